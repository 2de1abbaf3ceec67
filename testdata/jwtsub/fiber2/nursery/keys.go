package nursery

import (
	"crypto/subtle"
	"os"

	"github.com/gofiber/fiber/v2"
)

func refuse(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusForbidden) }

func keyHolders(c *fiber.Ctx) error {
	if subtle.ConstantTimeCompare([]byte(c.Get("X-Admin-Key")), adminKey) != 1 {
		return refuse(c)
	}
	return c.Next()
}

func (n *nursery) configured(c *fiber.Ctx) error {
	if given := c.Get("X-Admin"); given == "" || given != n.cfg.AdminKey {
		return refuse(c)
	}
	return c.Next()
}

func holdersOf(secret string) fiber.Handler {
	return func(c *fiber.Ctx) error {
		if c.Get("Authorization") != "Bearer "+secret {
			return refuse(c)
		}
		return c.Next()
	}
}

func environment(c *fiber.Ctx) error {
	if c.Get("X-Key") != os.Getenv("NURSERY") {
		return refuse(c)
	}
	return c.Next()
}

// sameSite compares two parts of one request.
func sameSite(c *fiber.Ctx) error {
	if c.Get("X-Token") != c.Cookies("token") {
		return refuse(c)
	}
	return c.Next()
}

// newest lets those through who speak as we do.
func (n *nursery) newest(c *fiber.Ctx) error {
	if c.Get("X-Version") != n.cfg.Version {
		return refuse(c)
	}
	return c.Next()
}

// logged looks, and lets all through.
func logged(c *fiber.Ctx) error {
	if subtle.ConstantTimeCompare([]byte(c.Get("X-Admin-Key")), adminKey) != 1 {
		c.Set("X-Plain", "yes")
	}
	return c.Next()
}
