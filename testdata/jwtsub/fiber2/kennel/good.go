package kennel

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/jwtsub/fiber2/kennel/middleware"
)

func (k *kennel) showOwn(c *fiber.Ctx) error {
	d, err := k.find(c.Params("id"))
	if err != nil {
		return err
	}
	if d.KeeperID != middleware.Keeper(c) {
		return fiber.ErrForbidden
	}
	return c.JSON(d)
}

func (k *kennel) renameOwn(c *fiber.Ctx) error {
	d, err := k.find(c.Params("id"))
	if err != nil {
		return err
	}
	if d.KeeperID != middleware.Keeper(c) {
		return fiber.ErrForbidden
	}
	d.Name = c.Query("name")
	return c.SendStatus(fiber.StatusNoContent)
}

// pet is not below the path that asks for a token.
func (k *kennel) pet(c *fiber.Ctx) error {
	d, err := k.find(c.Params("id"))
	if err != nil {
		return err
	}
	return c.SendString(d.Name)
}
