// Package carried keeps the claims in a field of another package's struct, and
// nothing in the program reads the audience there.
package carried

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtaud/echojwt/carried/desk"
	"example.com/fixtures/jwtaud/echojwt/carried/lockers"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `without checking its audience .*\(jwtaud/missing\)`
		SigningKey:    []byte(os.Getenv("LOCKER_KEY")),
		NewClaimsFunc: func(echo.Context) jwt.Claims { return new(desk.Badge) },
	}), pinned)
	e.GET("/lockers", lockers.Open)
}

func pinned(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, ok := c.Get("user").(*jwt.Token)
		if !ok {
			return echo.ErrUnauthorized
		}
		v := &desk.Visit{Context: c}
		if v.Badge, ok = token.Claims.(*desk.Badge); !ok {
			return echo.ErrUnauthorized
		}
		return next(v)
	}
}

// Direct parses by itself, and keeps the claims in the same place.
func Direct(v *desk.Visit, raw string) error {
	badge := &desk.Badge{}
	_, err := jwt.ParseWithClaims(raw, badge, func(*jwt.Token) (any, error) { // want `\(jwtaud/missing\)`
		return []byte(os.Getenv("LOCKER_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return err
	}
	v.Badge = badge
	return nil
}
