// Package checked compares the issuer before the handlers are called.
package checked

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// Corrected refuses tokens of others.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: ours,
	}))
}

func ours(c *fiber.Ctx) error {
	issuer, err := c.Locals("user").(*jwt.Token).Claims.GetIssuer()
	if err != nil || issuer != "https://login.example" {
		return fiber.ErrForbidden
	}
	return c.Next()
}
