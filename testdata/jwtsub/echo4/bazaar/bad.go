package bazaar

import "github.com/labstack/echo/v4"

// close is behind the guard, and closes anybody's.
func (b *bazaar) close(c echo.Context) error {
	return b.db.Delete(&stall{}, "id = ?", c.Param("id")).Error // want "jwtsub/unchecked-write"
}
