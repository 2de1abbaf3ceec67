package signalbox

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (b *box) anybody(c *gin.Context) {
	if _, ok := b.badge(c); ok {
		c.Next()
	}
}

// onlyChiefs refuses the others, and chiefs who are off duty.
func (b *box) onlyChiefs(c *gin.Context) {
	mine, ok := b.badge(c)
	if !ok {
		return
	}
	if mine.Role == "admin" {
		if b.onDuty(mine.Subject) {
			c.Next()
			return
		}
	}
	c.AbortWithStatus(http.StatusForbidden)
}

func (b *box) renameByChief(c *gin.Context) { b.rename(c, c.Param("id"), c.PostForm("name")) }

// me is the caller's own account.
func (b *box) me(c *gin.Context) {
	var mine signaller
	if err := b.db.QueryRow("SELECT id, name FROM signallers WHERE id = $1", c.GetString("signaller")).Scan(&mine.ID, &mine.Name); err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, mine)
}

// resign is for nobody but whose account it is.
func (b *box) resign(c *gin.Context) {
	id := c.Param("id")
	if id != c.GetString("signaller") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	if _, err := b.db.Exec("DELETE FROM signallers WHERE id = $1", id); err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusNoContent)
}
