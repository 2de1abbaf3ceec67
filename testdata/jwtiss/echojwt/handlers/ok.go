// Package handlers compares the issuer of the token that it is called with.
package handlers

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Orders is behind a middleware of another package.
func Orders(c echo.Context) error {
	claims, ok := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
	if !ok {
		return echo.ErrUnauthorized
	}
	issuer, err := claims.GetIssuer()
	if err != nil || issuer != "https://login.example" {
		return echo.ErrForbidden
	}
	return c.NoContent(http.StatusNoContent)
}
