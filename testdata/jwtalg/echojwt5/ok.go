package echojwt5

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
)

// Corrected compares the method in the keyfunc.
func Corrected(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Method.Alg() != echojwt.AlgorithmHS256 {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Default: HS256 only.
func Default(e *echo.Echo) {
	e.Use(echojwt.JWT([]byte(os.Getenv("ORDERS_KEY"))))
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}

// Parsed: the algorithm is pinned where the program parses.
func Parsed(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(_ *echo.Context, raw string) (any, error) {
			return jwt.Parse(raw, secret, jwt.WithValidMethods([]string{"HS256"}))
		},
	}))
}
