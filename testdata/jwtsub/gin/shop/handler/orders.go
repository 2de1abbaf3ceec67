// Package handler answers the shop's requests. The routes are registered
// elsewhere, and that is where the findings are.
package handler

import (
	"context"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/service"
	"example.com/fixtures/jwtsub/gin/shop/store"
)

// Canceller gets an ID, and nothing that would tell it who asks.
type Canceller interface {
	Cancel(id string) error
}

// OwnCanceller also gets the customer.
type OwnCanceller interface {
	CancelOwn(ctx context.Context, id, customer string) error
}

// Returns gets a context that knows the customer.
type Returns interface {
	ReturnOwn(ctx context.Context, id string) error
}

// Orders answers for orders.
type Orders struct {
	Service    *service.Orders
	Canceller  Canceller
	OwnOrders  OwnCanceller
	OwnReturns Returns
}

// NewOrders answers with what the service does.
func NewOrders(s *service.Orders) *Orders {
	return &Orders{Service: s, Canceller: s, OwnOrders: s, OwnReturns: s}
}

// List answers with the caller's orders.
func (h *Orders) List(c *gin.Context) {
	orders, err := h.Service.List(c.Request.Context(), auth.CallerID(c))
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusOK, orders)
}

// Place orders something for the caller.
func (h *Orders) Place(c *gin.Context) {
	order, err := h.Service.Place(c.Request.Context(), auth.CallerID(c), c.Query("item"))
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusCreated, order)
}

func fail(c *gin.Context, err error) {
	switch {
	case errors.Is(err, store.ErrNotFound):
		c.AbortWithStatus(http.StatusNotFound)
	case errors.Is(err, service.ErrNotYours):
		c.AbortWithStatus(http.StatusForbidden)
	default:
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

// done answers when there is nothing to say but whether it worked.
func done(c *gin.Context, err error) {
	if err != nil {
		fail(c, err)
		return
	}
	c.Status(http.StatusNoContent)
}
