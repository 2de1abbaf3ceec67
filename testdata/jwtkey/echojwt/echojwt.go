// Package echojwt gives echo-jwt keys that stand in the source.
package echojwt

import (
	"cmp"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Vulnerable names the secret in the settings.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKey: []byte("hunter2"), // want `\(jwtkey/hardcoded\)`
	}))
}

// Short is the shorter form.
func Short(e *echo.Echo) {
	e.Use(echojwt.JWT([]byte("secret of the short form"))) // want `\(jwtkey/hardcoded\)`
}

const shared = "a constant" // want `\(jwtkey/hardcoded\)`

// Named keys stand in a map.
func Named(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningKeys: map[string]any{
			"old": []byte(shared),
			"new": []byte(os.Getenv("NEW_KEY")),
		},
	}))
}

// Fallback is what counts where nobody sets the variable.
func Fallback(e *echo.Echo) {
	config := echojwt.Config{}
	config.SigningKey = []byte(cmp.Or(os.Getenv("LAB_KEY_THAT_NOBODY_SETS"), "development")) // want `\(jwtkey/default\)`
	e.Use(echojwt.WithConfig(config))
}

// Unset is no key at all.
func Unset(e *echo.Echo) {
	var key []byte
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: key})) // want `\(jwtkey/empty\)`
}

// Kept: the keyfunc returns the key.
func Kept(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		KeyFunc: func(*jwt.Token) (any, error) {
			return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
		},
	}))
}

func guard(key string) echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: []byte(key)})
}

// Wrapped: the secret is the argument of a helper.
func Wrapped(e *echo.Echo) {
	e.Use(guard("of the helper's caller")) // want `\(jwtkey/hardcoded\)`
}

// Corrected reads it from the environment.
func Corrected(e *echo.Echo) {
	e.Use(guard(os.Getenv("ORDERS_KEY")))
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}
