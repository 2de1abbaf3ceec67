// Package routes mounts handlers that check the issuer by themselves.
package routes

import (
	"os"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"

	guards "example.com/fixtures/jwtiss/echojwt"
	"example.com/fixtures/jwtiss/echojwt/handlers"
)

// Mount sees the handlers, and one middleware of its own.
func Mount(e *echo.Echo) {
	e.GET("/orders", handlers.Orders, guards.Guard())
	e.GET("/mine", handlers.Orders, echojwt.JWT([]byte(os.Getenv("ORDERS_KEY"))))
}
