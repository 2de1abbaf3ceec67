// Package echo4 gives echo's own middleware keys that stand in the source.
package echo4

import (
	"os"

	"github.com/golang-jwt/jwt"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// Vulnerable names the secret in the settings.
func Vulnerable(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{SigningKey: []byte("hunter2")})) // want `\(jwtkey/hardcoded\)`
}

// Short is the shorter form.
func Short(e *echo.Echo) {
	e.Use(middleware.JWT([]byte("secret of the short form"))) // want `\(jwtkey/hardcoded\)`
}

// Kept: the keyfunc returns the key.
func Kept(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{
		KeyFunc: func(*jwt.Token) (interface{}, error) {
			return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
		},
	}))
}

// Fallback is what counts where nobody sets the variable.
func Fallback(e *echo.Echo) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	e.Use(middleware.JWT([]byte(key)))
}

// Unset is no key at all.
func Unset(e *echo.Echo) {
	var key []byte
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{SigningKey: key})) // want `\(jwtkey/empty\)`
}

// Corrected reads it from the environment.
func Corrected(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}
