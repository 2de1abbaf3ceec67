package guild

import (
	"strconv"

	"github.com/labstack/echo/v4"
)

// giveBack asks for the tool by both.
func (g *guild) giveBack(c echo.Context) error {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		return err
	}
	me, err := member(c)
	if err != nil {
		return err
	}
	return g.db.Where("id = ? AND member_id = ?", id, me).Delete(&tool{}).Error
}

// scrap is the stewards'.
func (g *guild) scrap(c echo.Context) error {
	return g.db.Delete(&tool{}, "id = ?", c.Param("id")).Error
}
