// Package checked compares the issuer before the handlers are called.
package checked

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v4"
)

// Corrected refuses tokens of others.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:     []byte(os.Getenv("ORDERS_KEY")),
		SuccessHandler: ours,
	}))
}

func ours(c *fiber.Ctx) error {
	claims, ok := c.Locals("user").(*jwt.Token).Claims.(jwt.MapClaims)
	if !ok || !claims.VerifyIssuer("https://login.example", true) {
		return fiber.ErrForbidden
	}
	return c.Next()
}
