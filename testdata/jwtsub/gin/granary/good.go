package granary

import "github.com/gin-gonic/gin"

func (g *granary) dropOwn(c *gin.Context) {
	answer(c, g.emptyOwn(c.Request.Context(), c.Param("id"), c.GetString("user_id")))
}
