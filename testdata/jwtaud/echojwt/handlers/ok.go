// Package handlers compares the audience of the token that it is called with.
package handlers

import (
	"net/http"
	"slices"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Orders is behind a middleware of another package.
func Orders(c echo.Context) error {
	claims, ok := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
	if !ok {
		return echo.ErrUnauthorized
	}
	audience, err := claims.GetAudience()
	if err != nil || !slices.Contains(audience, "orders") {
		return echo.ErrForbidden
	}
	return c.NoContent(http.StatusNoContent)
}
