// Package echojwt5 gives echo-jwt's fifth major keys that stand in the source.
package echojwt5

import (
	"cmp"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
)

// Vulnerable names the secret in the settings.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte("hunter2")})) // want `\(jwtkey/hardcoded\)`
}

// Short is the shorter form.
func Short(e *echo.Echo) {
	e.Use(echojwt.JWT([]byte("secret of the short form"))) // want `\(jwtkey/hardcoded\)`
}

// Named keys stand in a map.
func Named(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKeys: map[string]any{
			"old": []byte("the old one"), // want `\(jwtkey/hardcoded\)`
			"new": []byte(os.Getenv("NEW_KEY")),
		},
	}))
}

// Kept: the keyfunc returns the key.
func Kept(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		KeyFunc: func(*jwt.Token) (any, error) {
			return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
		},
	}))
}

// Fallback is what counts where nobody sets the variable.
func Fallback(e *echo.Echo) {
	key := cmp.Or(os.Getenv("LAB_KEY_THAT_NOBODY_SETS"), "development") // want `\(jwtkey/default\)`
	e.Use(echojwt.JWT([]byte(key)))
}

// Unset is no key at all.
func Unset(e *echo.Echo) {
	var key []byte
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: key})) // want `\(jwtkey/empty\)`
}

// Corrected reads it from the environment.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}
