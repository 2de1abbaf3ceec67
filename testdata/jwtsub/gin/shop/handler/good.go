package handler

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/service"
)

// ShowOwn has the query take both.
func (h *Orders) ShowOwn(c *gin.Context) {
	order, err := h.Service.GetOwn(c.Request.Context(), c.Param("id"), auth.CallerID(c))
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusOK, order)
}

// ReceiptOwn compares through a helper of another package.
func (h *Orders) ReceiptOwn(c *gin.Context) {
	order, err := h.Service.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	if !auth.Allowed(c, order.CustomerID) {
		return
	}
	c.String(http.StatusOK, "%s: %s", order.ID, order.Item)
}

// CancelOwn goes through an interface that takes both.
func (h *Orders) CancelOwn(c *gin.Context) {
	done(c, h.OwnOrders.CancelOwn(c.Request.Context(), c.Param("id"), auth.CallerID(c)))
}

// ReturnOwn goes through an interface that takes a context with the caller.
func (h *Orders) ReturnOwn(c *gin.Context) {
	done(c, h.OwnReturns.ReturnOwn(c.Request.Context(), c.Param("id")))
}

// RemoveOwn has the DELETE take both.
func (h *Orders) RemoveOwn(c *gin.Context) {
	done(c, h.Service.RemoveOwn(c.Request.Context(), c.Param("id"), auth.CallerID(c)))
}

// HoldOwn has a request that carries both.
func (h *Orders) HoldOwn(c *gin.Context) {
	done(c, h.Service.HoldOwn(c.Request.Context(), service.Request{OrderID: c.Param("id"), CustomerID: auth.CallerID(c)}))
}

// ReopenOwn compares before it goes on.
func (h *Orders) ReopenOwn() gin.HandlerFunc {
	return func(c *gin.Context) {
		order, err := h.Service.Get(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		if caller := auth.Caller(c); !caller.Is("admin") && order.CustomerID != caller.ID {
			fail(c, service.ErrNotYours)
			return
		}
		done(c, h.Service.Hold(c.Request.Context(), service.Request{OrderID: order.ID}))
	}
}
