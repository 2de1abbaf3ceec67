// Package web answers for the office, which it knows by an interface alone.
package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/depot/ports"
)

// Pallets are the handlers.
type Pallets struct{ Office ports.Pallets }

// List is the caller's.
func (h *Pallets) List(c *gin.Context) {
	found, err := h.Office.List(c.Request.Context())
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, found)
}

// Show asks for any.
func (h *Pallets) Show(c *gin.Context) {
	p, err := h.Office.Find(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// ShowOwn asks for the caller's.
func (h *Pallets) ShowOwn(c *gin.Context) {
	p, err := h.Office.FindOwn(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// Relabel has any relabelled.
func (h *Pallets) Relabel(c *gin.Context) {
	done(c, h.Office.Relabel(c.Request.Context(), c.Param("id"), c.Query("goods")))
}

// RelabelOwn has the caller's relabelled.
func (h *Pallets) RelabelOwn(c *gin.Context) {
	done(c, h.Office.RelabelOwn(c.Request.Context(), c.Param("id"), c.Query("goods")))
}

// Ship has any shipped.
func (h *Pallets) Ship(c *gin.Context) { done(c, h.Office.Ship(c.Request.Context(), c.Param("id"))) }

// ShipOwn has the caller's shipped.
func (h *Pallets) ShipOwn(c *gin.Context) {
	done(c, h.Office.ShipOwn(c.Request.Context(), c.Param("id")))
}

func done(c *gin.Context, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}
