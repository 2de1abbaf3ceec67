// Package middleware attaches itself to whatever application it is given.
package middleware

import (
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Setup has everything of the application ask for a token.
func Setup(e *echo.Echo, key []byte) {
	e.Use(named)
	e.Use(verify(key))
}

// Quiet asks for nothing.
func Quiet(e *echo.Echo) { e.Use(named) }

// Caller is who has signed in.
func Caller(c echo.Context) string {
	name, _ := c.Get("gardener").(string)
	return name
}

func named(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("Server", "garden")
		return next(c)
	}
}

func verify(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				return echo.ErrUnauthorized
			}
			c.Set("gardener", claims.Subject)
			return next(c)
		}
	}
}
