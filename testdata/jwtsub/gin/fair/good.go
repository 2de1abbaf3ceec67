package fair

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (f *fair) stalls(c *gin.Context) {
	var blocked []string
	f.db.Model(&Block{}).Where("user_id = ?", c.GetString("user_id")).Pluck("whom", &blocked)
	query := f.db.Model(&Stall{})
	if len(blocked) > 0 {
		query = query.Where("user_id NOT IN ?", blocked)
	}
	var found []Stall
	if err := query.Find(&found).Error; err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, found)
}

// stall is one of those that everybody sees: that it has an owner is a weak hint.
func (f *fair) stall(c *gin.Context) {
	var found Stall
	if err := f.db.First(&found, "id = ?", c.Param("id")).Error; err != nil { // want "jwtsub/weak-evidence"
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}

// receipts are the caller's own.
func (f *fair) receipts(c *gin.Context) {
	var found []Receipt
	if err := f.db.Where("user_id = ?", c.GetString("user_id")).Find(&found).Error; err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, found)
}
