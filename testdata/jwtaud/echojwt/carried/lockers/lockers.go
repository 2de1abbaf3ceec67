// Package lockers reads the badge that another package has put into the visit.
package lockers

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtaud/echojwt/carried/desk"
)

// Open asks for the locker alone.
func Open(c echo.Context) error {
	v, ok := c.(*desk.Visit)
	if !ok || v.Badge.Locker == "" {
		return echo.ErrForbidden
	}
	return c.String(http.StatusOK, v.Owner()+" opens "+number(v.Badge))
}

func number(b *desk.Badge) string {
	if b.Clerk() {
		return "any"
	}
	return b.Locker
}
