// Package handler answers requests about invoices. Where, package routes says.
package handler

import (
	"context"
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/service"
	"example.com/fixtures/jwtsub/echo4/billing/store"
)

// Reminder has nothing but the ID to go by.
type Reminder interface {
	Remind(id string) error
}

// OwnReminder has the user as well.
type OwnReminder interface {
	RemindOf(ctx context.Context, user, id string) error
}

// Disputes can ask the context for the user.
type Disputes interface {
	DisputeOf(ctx context.Context, id string) error
}

// Handler answers.
type Handler struct {
	billing   *service.Billing
	reminders Reminder
	own       OwnReminder
	disputes  Disputes
}

// New returns a handler that does what b does.
func New(b *service.Billing) *Handler {
	return &Handler{billing: b, reminders: b, own: b, disputes: b}
}

// Errors turns errors into answers.
func Errors(err error, c echo.Context) {
	switch {
	case errors.Is(err, store.ErrNone):
		err = echo.ErrNotFound
	case errors.Is(err, service.ErrForbidden):
		err = echo.ErrForbidden
	}
	c.Echo().DefaultHTTPErrorHandler(err, c)
}

// List lists what the caller has to pay.
func (h *Handler) List(c echo.Context) error {
	all, err := h.billing.All(c.Request().Context(), auth.From(c).ID)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}

// Bill makes an invoice for the caller.
func (h *Handler) Bill(c echo.Context) error {
	err := h.billing.Bill(c.Request().Context(), auth.From(c).ID, c.FormValue("id"), c.FormValue("total"))
	return done(c, err)
}

func done(c echo.Context, err error) error {
	if err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// payment is bound from the path and the body.
type payment struct {
	ID     string `param:"id"`
	Amount string `json:"amount"`
}
