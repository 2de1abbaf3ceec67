// Package validated has the claims type check the issuer.
package validated

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Claims are of our login only.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// Validate is called by the library.
func (c *Claims) Validate() error {
	if c.Issuer != "https://login.example" {
		return errors.New("not of our login")
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
