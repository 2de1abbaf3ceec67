package aviary

import "github.com/gofiber/fiber/v2"

// anyStaff asks whether the claim is there, not what it says.
func anyStaff(c *fiber.Ctx) error {
	if _, ok := claimsOf(c)["staff"].(bool); !ok {
		return c.SendStatus(fiber.StatusForbidden)
	}
	return c.Next()
}

// subscribers asks for something that anybody may have.
func subscribers(c *fiber.Ctx) error {
	if claimsOf(c)["newsletter"].(bool) {
		return c.Next()
	}
	return c.SendStatus(fiber.StatusForbidden)
}

func (a *aviary) clear(c *fiber.Ctx) error {
	return a.db.Delete(&bird{}, "nest = ?", c.Params("id")).Error // want "jwtsub/unchecked-write"
}

func (a *aviary) move(c *fiber.Ctx) error {
	return a.db.Model(&bird{}).Where("nest = ?", c.Params("id")).Update("nest", c.FormValue("to")).Error // want "jwtsub/unchecked-write"
}
