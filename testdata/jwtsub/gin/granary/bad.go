package granary

import "github.com/gin-gonic/gin"

func (g *granary) change(c *gin.Context) {
	answer(c, g.refill(c.Request.Context(), c.Param("id"), c.PostForm("grain"))) // want "jwtsub/unchecked-write"
}

func (g *granary) drop(c *gin.Context) {
	answer(c, g.empty(c.Request.Context(), c.Param("id"))) // want "jwtsub/unchecked-write"
}
