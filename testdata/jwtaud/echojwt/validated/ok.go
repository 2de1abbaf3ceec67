// Package validated has the claims type check the audience.
package validated

import (
	"errors"
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Claims are for orders only.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// Validate is called by the library.
func (c *Claims) Validate() error {
	if !slices.Contains(c.Audience, "orders") {
		return errors.New("not for orders")
	}
	return nil
}

// Corrected decodes into claims that check themselves.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey:    []byte(os.Getenv("ORDERS_KEY")),
		NewClaimsFunc: func(echo.Context) jwt.Claims { return new(Claims) },
	}))
}
