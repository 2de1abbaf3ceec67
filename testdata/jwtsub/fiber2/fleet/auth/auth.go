// Package auth knows tenants by their tokens: the subject of each is a company.
package auth

import (
	"context"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Local is where the handlers find the tenant.
const Local = "tenant_id"

type roleLocal struct{}

// Key is where others find the tenant in a context.
type Key struct{}

// New returns the middleware in front of everything.
func New(secret []byte) fiber.Handler {
	keyfunc := func(*jwt.Token) (interface{}, error) { return secret, nil }
	return func(c *fiber.Ctx) error {
		raw := strings.TrimPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
		token, err := jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			return c.SendStatus(fiber.StatusUnauthorized)
		}
		claims, ok := token.Claims.(jwt.MapClaims)
		if !ok {
			return c.SendStatus(fiber.StatusUnauthorized)
		}
		tenant, ok := claims["sub"].(string)
		if !ok {
			return c.SendStatus(fiber.StatusUnauthorized)
		}
		c.Locals(Local, tenant)
		c.Locals(roleLocal{}, claims["role"])
		c.SetUserContext(context.WithValue(c.UserContext(), Key{}, tenant))
		return c.Next()
	}
}

// Tenant is the company that asks.
func Tenant(c *fiber.Ctx) string {
	tenant, _ := c.Locals(Local).(string)
	return tenant
}

// Role is what the token allows besides.
func Role(c *fiber.Ctx) string {
	role, _ := c.Locals(roleLocal{}).(string)
	return role
}

// Needs refuses tokens without the role.
func Needs(role string) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if Role(c) != role {
			return fiber.ErrForbidden
		}
		return c.Next()
	}
}

// Same refuses tokens of other companies than the one in the path.
func Same(c *fiber.Ctx) error {
	if c.Params("tenant_id") != Tenant(c) {
		return c.Status(fiber.StatusForbidden).SendString("another company")
	}
	return c.Next()
}
