// Package checked compares the audience before the handlers are called.
package checked

import (
	"os"
	"slices"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// Corrected refuses tokens for others.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: ours,
	}))
}

func ours(c *fiber.Ctx) error {
	audience, err := c.Locals("user").(*jwt.Token).Claims.GetAudience()
	if err != nil || !slices.Contains(audience, "orders") {
		return fiber.ErrForbidden
	}
	return c.Next()
}
