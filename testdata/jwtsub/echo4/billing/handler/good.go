package handler

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/service"
)

// GetOwn asks for an invoice of the caller's.
func (h *Handler) GetOwn(c echo.Context) error {
	inv, err := h.billing.GetOf(c.Request().Context(), auth.From(c).ID, c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, inv)
}

// DiscountOwn is checked two calls away.
func (h *Handler) DiscountOwn(c echo.Context) error {
	who := auth.From(c)
	return done(c, h.billing.DiscountOf(c.Request().Context(), who.ID, c.Param("id"), c.QueryParam("total")))
}

// VoidOwn selects by both.
func (h *Handler) VoidOwn(c echo.Context) error {
	return done(c, h.billing.VoidOf(c.Request().Context(), c.Param("id"), auth.From(c).ID))
}

// RemoveOwn selects by both.
func (h *Handler) RemoveOwn(c echo.Context) error {
	return done(c, h.billing.RemoveOf(c.Request().Context(), c.Param("id"), auth.From(c).ID))
}

// PayOwn sends both along in one struct.
func (h *Handler) PayOwn(c echo.Context) error {
	var sent payment
	if err := c.Bind(&sent); err != nil {
		return err
	}
	wanted := service.Payment{InvoiceID: sent.ID, Amount: sent.Amount}
	wanted.UserID = auth.From(c).ID
	return done(c, h.billing.PayOf(c.Request().Context(), wanted))
}

// RemindOwn gives both to an interface.
func (h *Handler) RemindOwn(c echo.Context) error {
	return done(c, h.own.RemindOf(c.Request().Context(), auth.From(c).ID, c.Param("id")))
}

// DisputeOwn gives an interface the ID, and a context that knows the caller.
func (h *Handler) DisputeOwn(c echo.Context) error {
	return done(c, h.disputes.DisputeOf(c.Request().Context(), c.Param("id")))
}

// DownloadOwn is for the one who pays, and for the bookkeeper.
func (h *Handler) DownloadOwn(name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		inv, err := h.billing.Get(c.Request().Context(), c.Param("id"))
		if err != nil {
			return err
		}
		if who := auth.From(c); !who.Admin() && inv.UserID != who.ID {
			return echo.NewHTTPError(http.StatusForbidden, "not your invoice")
		}
		c.Response().Header().Set(echo.HeaderContentDisposition, "attachment; filename="+name)
		return c.String(http.StatusOK, inv.Total)
	}
}
