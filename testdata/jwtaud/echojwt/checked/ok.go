// Package checked compares the audience behind the middleware.
package checked

import (
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Corrected refuses tokens for others in a second middleware.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}), ours)
}

func ours(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, ok := c.Get("user").(*jwt.Token)
		if !ok {
			return echo.ErrUnauthorized
		}
		audience, err := token.Claims.GetAudience()
		if err != nil || !slices.Contains(audience, "orders") {
			return echo.ErrForbidden
		}
		return next(c)
	}
}
