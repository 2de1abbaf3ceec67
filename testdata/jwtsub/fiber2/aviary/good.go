package aviary

import "github.com/gofiber/fiber/v2"

// staffOnly takes it for granted that the claim is there.
func staffOnly(c *fiber.Ctx) error {
	if claimsOf(c)["staff"].(bool) {
		return c.Next()
	}
	return c.SendStatus(fiber.StatusForbidden)
}

// staffOrNone does not.
func staffOrNone(c *fiber.Ctx) error {
	if staff, ok := claimsOf(c)["staff"].(bool); !ok || !staff {
		return c.SendStatus(fiber.StatusForbidden)
	}
	return c.Next()
}

func (a *aviary) free(c *fiber.Ctx) error {
	return a.db.Delete(&bird{}, "id = ?", c.Params("id")).Error
}

func (a *aviary) rename(c *fiber.Ctx) error {
	return a.db.Model(&bird{}).Where("id = ?", c.Params("id")).Update("name", c.FormValue("name")).Error
}
