package handler

import (
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/service"
)

// Get shows any invoice, while List knows whose is whose.
func (h *Handler) Get(c echo.Context) error {
	inv, err := h.billing.Get(c.Request().Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, inv)
}

// AllOf lists what somebody has to pay.
func (h *Handler) AllOf(c echo.Context) error {
	all, err := h.billing.All(c.Request().Context(), c.Param("user_id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}

// Discount reaches the table two calls away.
func (h *Handler) Discount(c echo.Context) error {
	return done(c, h.billing.Discount(c.Request().Context(), c.Param("id"), c.QueryParam("total")))
}

// Void hands on the caller for a column.
func (h *Handler) Void(c echo.Context) error {
	return done(c, h.billing.Void(c.Request().Context(), c.Param("id"), auth.From(c).ID))
}

// Remove hands on the caller for another table.
func (h *Handler) Remove(c echo.Context) error {
	return done(c, h.billing.Remove(c.Request().Context(), c.Param("id"), auth.From(c).ID))
}

// Pay binds the ID, and names a user that nobody looks at.
func (h *Handler) Pay(c echo.Context) error {
	var sent payment
	if err := c.Bind(&sent); err != nil {
		return err
	}
	return done(c, h.billing.Pay(c.Request().Context(), service.Payment{
		InvoiceID: sent.ID, UserID: auth.From(c).ID, Amount: sent.Amount,
	}))
}

// Remind has an interface do it, which cannot know.
func (h *Handler) Remind(c echo.Context) error {
	slog.Info("reminder", "by", auth.From(c).ID)
	return done(c, h.reminders.Remind(c.Param("id")))
}

// Dispute compares what cannot differ.
func (h *Handler) Dispute(c echo.Context) error {
	return done(c, h.billing.Dispute(c.Request().Context(), c.Param("id")))
}

// Download makes the handler.
func (h *Handler) Download(name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		inv, err := h.billing.Get(c.Request().Context(), c.Param("id"))
		if err != nil {
			return err
		}
		if inv.UserID != auth.From(c).ID {
			slog.Warn("download by a stranger", "invoice", inv.ID)
		}
		c.Response().Header().Set(echo.HeaderContentDisposition, "attachment; filename="+name)
		return c.String(http.StatusOK, inv.Total)
	}
}
