package handler

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/service"
)

// ShowOwn asks for both.
func (h *Vehicles) ShowOwn(c *fiber.Ctx) error {
	v, err := h.fleet.ShowOf(c.UserContext(), auth.Tenant(c), c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(v)
}

// SendOwn updates by both.
func (h *Vehicles) SendOwn(c *fiber.Ctx) error {
	return h.fleet.SendOf(c.UserContext(), c.Params("id"), c.Query("to"), auth.Tenant(c))
}

// GoOwn has both in one struct.
func (h *Vehicles) GoOwn(c *fiber.Ctx) error {
	var t trip
	if err := c.ParamsParser(&t); err != nil {
		return err
	}
	return h.fleet.GoOf(c.UserContext(), service.Trip{Vehicle: t.ID, Tenant: auth.Tenant(c), To: c.Query("to")})
}

// RecallOwn leaves it to somebody who is told both.
func (h *Vehicles) RecallOwn(c *fiber.Ctx) error {
	return h.own.RecallOf(auth.Tenant(c), c.Params("id"))
}

// SellOwn deletes by both.
func (h *Vehicles) SellOwn(c *fiber.Ctx) error {
	return h.fleet.SellOf(c.UserContext(), auth.Tenant(c), c.Params("id"))
}

// ServiceOwn leaves it to somebody who can ask the context.
func (h *Vehicles) ServiceOwn() fiber.Handler {
	return func(c *fiber.Ctx) error {
		return h.workshop.ServiceOf(c.UserContext(), c.Params("id"))
	}
}

// LendOwn is checked two calls down.
func (h *Vehicles) LendOwn(c *fiber.Ctx) error {
	return h.fleet.LendOf(c.UserContext(), c.Params("id"), auth.Tenant(c))
}
