// Package checked compares the audience in echo-jwt's hook, whose error ends
// the request since the fifth major.
package checked

import (
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
)

// Corrected refuses tokens for others.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey:     []byte(os.Getenv("ORDERS_KEY")),
		SuccessHandler: ours,
	}))
}

func ours(c *echo.Context) error {
	token, err := echo.ContextGet[*jwt.Token](c, "user")
	if err != nil {
		return err
	}
	audience, err := token.Claims.GetAudience()
	if err != nil || !slices.Contains(audience, "orders") {
		return echo.ErrForbidden
	}
	return nil
}

// Behind it: a second middleware compares.
func Behind(e *echo.Echo) {
	e.Use(echojwt.JWT([]byte(os.Getenv("ORDERS_KEY"))), func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			if err := ours(c); err != nil {
				return err
			}
			return next(c)
		}
	})
}
