// Package checked compares the audience before the handlers are called.
package checked

import (
	"os"
	"slices"

	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
)

// Corrected refuses tokens for others.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: ours,
	}))
}

func ours(c fiber.Ctx) error {
	audience, err := jwtware.FromContext(c).Claims.GetAudience()
	if err != nil || !slices.Contains(audience, "orders") {
		return fiber.ErrForbidden
	}
	return c.Next()
}
