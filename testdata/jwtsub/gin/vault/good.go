package vault

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

func (v *vault) send(c *gin.Context, d *Document, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, d)
}

// showOwn asks for both in words.
func (v *vault) showOwn(c *gin.Context) {
	var d Document
	err := v.db.Where("id = ? AND user_id = ?", c.Param("id"), userID(c)).First(&d).Error
	v.send(c, &d, err)
}

// showExample asks with a document that has both.
func (v *vault) showExample(c *gin.Context) {
	var d Document
	err := v.db.Where(&Document{ID: c.Param("id"), UserID: userID(c)}).First(&d).Error
	v.send(c, &d, err)
}

func ownedBy(user string) func(*gorm.DB) *gorm.DB {
	return func(db *gorm.DB) *gorm.DB { return db.Where("user_id = ?", user) }
}

// showScope has the user in a scope.
func (v *vault) showScope(c *gin.Context) {
	var d Document
	err := v.db.Scopes(ownedBy(userID(c))).First(&d, "id = ?", c.Param("id")).Error
	v.send(c, &d, err)
}

// own is where every query of the caller's begins.
func (v *vault) own(c *gin.Context) *gorm.DB { return v.db.Where("user_id = ?", userID(c)) }

// showChain adds the ID to it.
func (v *vault) showChain(c *gin.Context) {
	var d Document
	err := v.own(c).Where("id = ?", c.Param("id")).First(&d).Error
	v.send(c, &d, err)
}

func (v *vault) updateOwn(c *gin.Context) {
	id := c.Param("id")
	answer(c, v.db.Model(&Document{}).Where("id = ?", id).Where("user_id = ?", userID(c)).
		Updates(map[string]any{"body": c.Query("body"), "updated_by": userID(c)}))
}

// rewriteOwn compares between loading and saving.
func (v *vault) rewriteOwn(c *gin.Context) {
	var d Document
	if err := v.db.First(&d, "id = ?", c.Param("id")).Error; err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	if d.UserID != userID(c) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	d.Body = c.Query("body")
	answer(c, v.db.Save(&d))
}

func (v *vault) removeOwn(c *gin.Context) {
	answer(c, v.db.Delete(&Document{}, "id = ? AND user_id = ?", c.Param("id"), userID(c)))
}

// removeQuietly does not say whether there was anything to remove.
func (v *vault) removeQuietly(c *gin.Context) {
	if err := v.own(c).Where("id = ?", c.Param("id")).Delete(&Document{}).Error; err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusNoContent)
}
