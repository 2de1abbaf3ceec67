// Package middleware stands in front of what begins with a path.
package middleware

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Setup has all below /api ask for a token.
func Setup(app *fiber.App, key []byte) {
	app.Use("/api", func(c *fiber.Ctx) error {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			return fiber.ErrUnauthorized
		}
		c.Locals("keeper", claims.Subject)
		return c.Next()
	})
}

// Keeper is who has signed in.
func Keeper(c *fiber.Ctx) string {
	name, _ := c.Locals("keeper").(string)
	return name
}
