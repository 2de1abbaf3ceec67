package guild

import "github.com/labstack/echo/v4"

// rename knows who calls, and renames anybody's.
func (g *guild) rename(c echo.Context) error {
	me, err := member(c)
	if err != nil {
		return err
	}
	c.Logger().Infof("%d renames a tool", me)
	return g.db.Model(&tool{}).Where("id = ?", c.Param("id")).Update("name", c.FormValue("name")).Error // want "jwtsub/unchecked-write"
}

// draw compares the ID with part of a file's name, which says nothing of the caller.
func (g *guild) draw(c echo.Context) error {
	kind := fileType(c.Param("file")) // want "jwtsub/unchecked-write"
	return g.db.Model(&tool{}).Where("id = ? AND kind = ?", c.Param("id"), kind).Update("plan", c.FormValue("plan")).Error
}
