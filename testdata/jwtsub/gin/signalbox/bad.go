package signalbox

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// chiefsOnDuty refuses chiefs who are off duty, and lets all others pass.
func (b *box) chiefsOnDuty(c *gin.Context) {
	mine, ok := b.badge(c)
	if !ok {
		return
	}
	if mine.Role == "admin" {
		if !b.onDuty(mine.Subject) {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
	}
	c.Next()
}

// renameAny is for whoever has a token.
func (b *box) renameAny(c *gin.Context) {
	b.rename(c, c.Param("id"), c.PostForm("name")) // want "jwtsub/unchecked-write"
}

// dismiss is for everybody but whose account it is.
func (b *box) dismiss(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if id == c.GetString("signaller") {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if _, err := b.db.Exec("DELETE FROM signallers WHERE id = $1", id); err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusNoContent)
}
