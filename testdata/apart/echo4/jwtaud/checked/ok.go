// Package checked compares the audience behind echo's own middleware.
package checked

import (
	"os"

	"github.com/golang-jwt/jwt"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// Corrected refuses tokens for others in a second middleware.
func Corrected(e *echo.Echo) {
	e.Use(middleware.JWT([]byte(os.Getenv("ORDERS_KEY"))), ours)
}

func ours(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims, ok := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
		if !ok || !claims.VerifyAudience("orders", true) {
			return echo.ErrForbidden
		}
		return next(c)
	}
}
