// Package options has the parser compare the issuer.
package options

import (
	"os"

	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"
)

// Corrected refuses tokens of others.
func Corrected(app *fiber.App) {
	config := jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))}}
	config.ParserOptions = append(config.ParserOptions, jwt.WithIssuer("https://login.example"))
	app.Use(jwtware.New(config))
}
