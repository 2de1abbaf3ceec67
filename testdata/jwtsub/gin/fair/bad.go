package fair

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// receipt is anybody's.
func (f *fair) receipt(c *gin.Context) {
	var found Receipt
	if err := f.db.First(&found, "id = ?", c.Param("id")).Error; err != nil { // want "jwtsub/unchecked-read"
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}

// other is anybody's but the caller's.
func (f *fair) other(c *gin.Context) {
	var found Receipt
	if err := f.db.Where("id = ? AND user_id <> ?", c.Param("id"), c.GetString("user_id")).First(&found).Error; err != nil { // want "jwtsub/unchecked-read"
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}
