package echo4

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// Corrected compares the method in the keyfunc.
func Corrected(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{
		KeyFunc: func(token *jwt.Token) (interface{}, error) {
			if token.Method.Alg() != middleware.AlgorithmHS256 {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Default: HS256 only.
func Default(e *echo.Echo) {
	e.Use(middleware.JWT([]byte(os.Getenv("ORDERS_KEY"))))
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}
