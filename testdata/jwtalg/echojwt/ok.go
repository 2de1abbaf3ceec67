package echojwt

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Corrected compares the method in the keyfunc.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Method.Alg() != "HS256" {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Default: echo-jwt takes HS256 only.
func Default(e *echo.Echo) {
	e.Use(echojwt.JWT([]byte(os.Getenv("ORDERS_KEY"))))
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}

// Chosen: another method than the default.
func Chosen(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		SigningMethod: echojwt.AlgorithmHS256,
		SigningKeys:   map[string]any{"a": []byte(os.Getenv("A")), "b": []byte(os.Getenv("B"))},
	}))
}

// Given: the settings are the caller's, who is not in view.
func Given(e *echo.Echo, config echojwt.Config) {
	e.Use(echojwt.WithConfig(config))
}

// Parsed: the algorithm is pinned where the program parses.
func Parsed(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(_ echo.Context, raw string) (any, error) {
			return jwt.Parse(raw, secret, jwt.WithValidMethods([]string{"HS256"}))
		},
	}))
}
