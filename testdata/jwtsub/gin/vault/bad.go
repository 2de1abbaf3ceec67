package vault

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func (v *vault) show(c *gin.Context) {
	var d Document
	if err := v.db.First(&d, "id = ?", c.Param("id")).Error; err != nil { // want "jwtsub/unchecked-read"
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, d)
}

// update sets who it was, and does not ask whose it is.
func (v *vault) update(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	answer(c, v.db.Model(&Document{}).Where("id = ?", id).
		Updates(Document{Body: c.Query("body"), UpdatedBy: userID(c)}))
}

func (v *vault) remove(c *gin.Context) {
	answer(c, v.db.Delete(&Document{}, "id = ?", c.Param("id"))) // want "jwtsub/unchecked-write"
}

// rewrite loads and saves.
func (v *vault) rewrite(c *gin.Context) {
	var d Document
	if err := v.db.Where("id = ?", c.Param("id")).First(&d).Error; err != nil { // want "jwtsub/unchecked-write"
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	d.Body = c.Query("body")
	answer(c, v.db.Save(&d))
}

// clear notices the stranger.
func (v *vault) clear(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	var d Document
	if err := v.db.First(&d, "id = ?", id).Error; err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	if d.UserID != userID(c) {
		log.Printf("%s clears a document of %s", userID(c), d.UserID)
	}
	answer(c, v.db.Model(&Document{}).Where("id = ?", id).Update("body", "empty"))
}
