package own

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/options/own/vet"
)

func (w *works) careless(r *gin.RouterGroup) {
	r.GET("/meters/:id", w.show)
	r.PUT("/meters/:id", w.change)
	r.POST("/meters/:id/reset", w.reset)
	r.DELETE("/meters/:id", w.remove)
	r.DELETE("/meters/:id/other", w.removeOther)
	r.DELETE("/meters/:id/late", w.removeLate)
	r.GET("/meters/:id/peek", w.peek)
}

// show has no Look.
func (w *works) show(c *gin.Context) {
	m, ok := w.find(c.Param("id")) // want "jwtsub/unchecked-read"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, m)
}

// change has a Face for the log alone.
func (w *works) change(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	log.Printf("%s sets %s", vet.Face(c), id)
	w.set(id, c.Query("count"))
	c.Status(http.StatusNoContent)
}

// reset is for the role of everybody.
func (w *works) reset(c *gin.Context) {
	if c.GetString("role") != "user" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	w.set(c.Param("id"), "0") // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}

// remove has a Look and does not heed it.
func (w *works) remove(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	vet.Look(c, id)
	w.delete(id)
	c.Status(http.StatusNoContent)
}

// removeOther has a Look at another meter.
func (w *works) removeOther(c *gin.Context) {
	if !vet.Look(c, c.Query("id")) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	w.delete(c.Param("id")) // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}

// removeLate has a Look when nothing can be done.
func (w *works) removeLate(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	mine := vet.Look(c, id)
	w.delete(id)
	if !mine {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}

// peek compares with the Face for the log alone.
func (w *works) peek(c *gin.Context) {
	m, ok := w.find(c.Param("id")) // want "jwtsub/ineffective"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if m.OwnerID != vet.Face(c) {
		log.Printf("%s peeks at %s", vet.Face(c), m.ID)
	}
	c.JSON(http.StatusOK, m)
}
