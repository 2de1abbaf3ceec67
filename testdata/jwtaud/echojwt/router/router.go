// Package router mounts a handler that checks nothing behind another package's
// middleware.
package router

import (
	"net/http"

	"github.com/labstack/echo/v4"

	guards "example.com/fixtures/jwtaud/echojwt"
)

// Mount has all there is in view.
func Mount(e *echo.Echo) {
	e.GET("/orders", orders, guards.Guard()) // want `\(jwtaud/missing\)`
	e.GET("/bills", orders, guards.Guard())  // The same cause, said once.
}

func orders(c echo.Context) error { return c.NoContent(http.StatusNoContent) }
