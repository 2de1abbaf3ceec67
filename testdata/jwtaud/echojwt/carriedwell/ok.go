// Package carriedwell keeps the claims in a field whose own package compares the
// audience.
package carriedwell

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtaud/echojwt/carriedwell/crate"
	"example.com/fixtures/jwtaud/echojwt/carriedwell/desk"
	"example.com/fixtures/jwtaud/echojwt/carriedwell/seal"
)

// Corrected has the visit refuse what is for others.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey:    []byte(os.Getenv("LOCKER_KEY")),
		NewClaimsFunc: func(echo.Context) jwt.Claims { return new(desk.Badge) },
	}), pinned)
}

func pinned(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, ok := c.Get("user").(*jwt.Token)
		if !ok {
			return echo.ErrUnauthorized
		}
		v := &desk.Visit{}
		if v.Badge, ok = token.Claims.(*desk.Badge); !ok {
			return echo.ErrUnauthorized
		}
		if err := v.Admit(); err != nil {
			return err
		}
		return next(c)
	}
}

// Direct has the visit refuse it, too.
func Direct(v *desk.Visit, raw string) error {
	badge := &desk.Badge{}
	_, err := jwt.ParseWithClaims(raw, badge, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("LOCKER_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return err
	}
	v.Badge = badge
	return v.Admit()
}

// Sealed has a crate tell, whose package is not gone through: it may compare.
func Sealed(c *crate.Crate, raw string) bool {
	claims := &seal.Seal{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("LOCKER_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	c.Seal = claims
	return err == nil && c.Ours()
}
