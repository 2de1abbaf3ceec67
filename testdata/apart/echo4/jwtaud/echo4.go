// Package echo4 guards routes with echo's own middleware, which checks no
// audience.
package echo4

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{ // want `without checking its audience .*set ParseTokenFunc and check aud there \(jwtaud/missing\)`
		SigningKey: []byte(os.Getenv("ORDERS_KEY")),
	}))
	e.GET("/", home)
}

func home(c echo.Context) error {
	claims, ok := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
	if !ok {
		return echo.ErrUnauthorized
	}
	subject, _ := claims["sub"].(string)
	return c.String(http.StatusOK, subject)
}

// Guard is made for other packages: they are asked.
func Guard() echo.MiddlewareFunc { return middleware.JWT([]byte(os.Getenv("ORDERS_KEY"))) }
