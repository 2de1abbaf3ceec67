// Package checked compares the issuer before the handlers are called.
package checked

import (
	"os"

	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
)

// Corrected refuses tokens of others.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: ours,
	}))
}

func ours(c fiber.Ctx) error {
	issuer, err := jwtware.FromContext(c).Claims.GetIssuer()
	if err != nil || issuer != "https://login.example" {
		return fiber.ErrForbidden
	}
	return c.Next()
}
