package handler

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/log"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/service"
)

// Show shows what List keeps to each company.
func (h *Vehicles) Show(c *fiber.Ctx) error {
	v, err := h.fleet.Show(c.UserContext(), c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(v)
}

// ListOf lists what the company in the path has.
func (h *Vehicles) ListOf(c *fiber.Ctx) error {
	all, err := h.fleet.List(c.UserContext(), c.Params("tenant_id"))
	if err != nil {
		return err
	}
	return c.JSON(all)
}

// Send has the caller for a column.
func (h *Vehicles) Send(c *fiber.Ctx) error {
	return h.fleet.Send(c.UserContext(), c.Params("id"), c.Query("to"), auth.Tenant(c))
}

// Go has it for nothing.
func (h *Vehicles) Go(c *fiber.Ctx) error {
	var t trip
	if err := c.ParamsParser(&t); err != nil {
		return err
	}
	return h.fleet.Go(c.UserContext(), service.Trip{Vehicle: t.ID, Tenant: auth.Tenant(c), To: c.Query("to")})
}

// Recall leaves it to somebody who cannot know.
func (h *Vehicles) Recall(c *fiber.Ctx) error {
	return h.recaller.Recall(c.Params("id"))
}

// Sell has it for the log.
func (h *Vehicles) Sell(c *fiber.Ctx) error {
	id := c.Params("id")
	log.Infof("%s sells %s", auth.Tenant(c), id)
	return h.fleet.Sell(c.UserContext(), id)
}

// Service needs a role that every token has.
func (h *Vehicles) Service() fiber.Handler {
	return func(c *fiber.Ctx) error {
		if err := h.fleet.Service(c.UserContext(), c.Params("id")); err != nil {
			return err
		}
		return c.JSON(fiber.Map{"tenant": auth.Tenant(c)})
	}
}

// Lend compares when all is done.
func (h *Vehicles) Lend(c *fiber.Ctx) error {
	return h.fleet.Lend(c.UserContext(), c.Params("id"), auth.Tenant(c))
}
