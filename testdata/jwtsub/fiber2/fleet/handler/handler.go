// Package handler answers for the fleet; package routes calls it.
package handler

import (
	"context"
	"errors"

	"github.com/gofiber/fiber/v2"
	"gorm.io/gorm"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/service"
)

// Recaller recalls vehicles.
type Recaller interface{ Recall(id string) error }

// OwnRecaller recalls those of one company.
type OwnRecaller interface {
	RecallOf(tenant, id string) error
}

// Workshop knows the company from the context.
type Workshop interface {
	ServiceOf(ctx context.Context, id string) error
}

// Vehicles answers.
type Vehicles struct {
	fleet    *service.Fleet
	recaller Recaller
	own      OwnRecaller
	workshop Workshop
}

// New answers for the fleet.
func New(f *service.Fleet) *Vehicles { return &Vehicles{fleet: f, recaller: f, own: f, workshop: f} }

// Fail is the application's ErrorHandler.
func Fail(c *fiber.Ctx, err error) error {
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		err = fiber.ErrNotFound
	case errors.Is(err, service.ErrOther):
		err = fiber.ErrForbidden
	}
	return fiber.DefaultErrorHandler(c, err)
}

// List lists what the caller has.
func (h *Vehicles) List(c *fiber.Ctx) error {
	all, err := h.fleet.List(c.UserContext(), auth.Tenant(c))
	if err != nil {
		return err
	}
	return c.JSON(all)
}

// Buy adds to that.
func (h *Vehicles) Buy(c *fiber.Ctx) error {
	v, err := h.fleet.Buy(c.UserContext(), auth.Tenant(c), c.Query("id"))
	if err != nil {
		return err
	}
	return c.Status(fiber.StatusCreated).JSON(v)
}

type trip struct {
	ID string `params:"id"`
	To string `query:"to"`
}
