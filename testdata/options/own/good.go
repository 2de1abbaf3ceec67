package own

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/options/own/vet"
)

func (w *works) careful(r *gin.RouterGroup) {
	r.GET("/meters/:id", w.showLooked)
	r.DELETE("/meters/:id", w.removeLooked)
	r.GET("/meters/:id/count", w.countOwn)
	r.PUT("/meters/:id", w.changeOwn)
	r.PUT("/meters/:id/reading", w.read)
	looked := r.Group("/looked/:id", look)
	looked.GET("", w.showBehind)
	looked.DELETE("", w.removeBehind)
	r.GET("/notices/:id", w.notice)
	r.GET("/boards/:board", w.board)
}

// showLooked shows after a Look.
func (w *works) showLooked(c *gin.Context) {
	id := c.Param("id")
	if !vet.Look(c, id) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	m, _ := w.find(id)
	c.JSON(http.StatusOK, m)
}

// removeLooked removes inside the branch of a Look.
func (w *works) removeLooked(c *gin.Context) {
	if id := c.Param("id"); vet.Look(c, id) {
		w.delete(id)
		c.Status(http.StatusNoContent)
		return
	}
	c.AbortWithStatus(http.StatusForbidden)
}

// countOwn compares the Face.
func (w *works) countOwn(c *gin.Context) {
	m, ok := w.find(c.Param("id"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if m.OwnerID != vet.Face(c) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.String(http.StatusOK, m.Count)
}

// changeOwn sets by both.
func (w *works) changeOwn(c *gin.Context) {
	if !w.setOf(vet.Face(c), c.Param("id"), c.Query("count")) {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// read is for the reader, and that is any meter.
func (w *works) read(c *gin.Context) {
	if c.GetString("role") != "reader" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	w.set(c.Param("id"), c.Query("count"))
	c.Status(http.StatusNoContent)
}

// look has a Look before what has none.
func look(c *gin.Context) {
	if !vet.Look(c, c.Param("id")) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// showBehind leaves the Look to look.
func (w *works) showBehind(c *gin.Context) {
	m, _ := w.find(c.Param("id"))
	c.JSON(http.StatusOK, m)
}

// removeBehind leaves the Look to look.
func (w *works) removeBehind(c *gin.Context) {
	w.delete(c.Param("id"))
	c.Status(http.StatusNoContent)
}

// notice shows a type that is public.
func (w *works) notice(c *gin.Context) {
	n, ok := w.notices[c.Param("id")]
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, n)
}

// board shows what a public parameter names.
func (w *works) board(c *gin.Context) {
	b, ok := w.boards[c.Param("board")]
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, b)
}
