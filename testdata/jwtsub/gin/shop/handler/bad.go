package handler

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/service"
)

// Show shows anybody's order.
func (h *Orders) Show(c *gin.Context) {
	order, err := h.Service.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusOK, order)
}

// Of lists the orders of the customer in the path.
func (h *Orders) Of(c *gin.Context) {
	orders, err := h.Service.Of(c.Request.Context(), c.Param("customer_id"))
	if err != nil {
		fail(c, err)
		return
	}
	c.JSON(http.StatusOK, orders)
}

// Cancel goes through an interface that takes the ID alone.
func (h *Orders) Cancel(c *gin.Context) {
	done(c, h.Canceller.Cancel(c.Param("id")))
}

// Close trusts in a role that every customer has.
func (h *Orders) Close(c *gin.Context) {
	done(c, h.Service.Cancel(c.Param("id")))
}

// Return has the caller's name end in a column that is set.
func (h *Orders) Return(c *gin.Context) {
	done(c, h.Service.Return(c.Request.Context(), c.Param("id"), auth.CallerID(c)))
}

// Remove has it end in a row of the journal.
func (h *Orders) Remove(c *gin.Context) {
	done(c, h.Service.Remove(c.Request.Context(), c.Param("id"), auth.CallerID(c)))
}

// Hold has it end in a field that nobody reads.
func (h *Orders) Hold(c *gin.Context) {
	done(c, h.Service.Hold(c.Request.Context(), service.Request{OrderID: c.Param("id"), CustomerID: auth.CallerID(c)}))
}

// Reopen makes its handler, and logs what it should have compared.
func (h *Orders) Reopen() gin.HandlerFunc {
	return func(c *gin.Context) {
		order, err := h.Service.Get(c.Request.Context(), c.Param("id"))
		if err != nil {
			fail(c, err)
			return
		}
		if caller := auth.Caller(c); order.CustomerID != caller.ID {
			log.Printf("%s reopens an order of %s", caller.ID, order.CustomerID)
		}
		done(c, h.Service.Hold(c.Request.Context(), service.Request{OrderID: order.ID}))
	}
}
