package kennel

import "github.com/gofiber/fiber/v2"

func (k *kennel) show(c *fiber.Ctx) error {
	d, err := k.find(c.Params("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	return c.JSON(d)
}

func (k *kennel) rename(c *fiber.Ctx) error {
	d, err := k.find(c.Params("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	d.Name = c.Query("name")
	return c.SendStatus(fiber.StatusNoContent)
}
