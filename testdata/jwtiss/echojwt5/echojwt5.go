// Package echojwt5 guards routes with echo-jwt's fifth major, which checks no
// issuer.
package echojwt5

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
)

// Vulnerable lets tokens of any issuer in.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `without checking its issuer .*check iss in SuccessHandler \(jwtiss/missing\)`
		SigningKey: []byte(os.Getenv("ORDERS_KEY")),
	}))
	e.GET("/", home)
}

func home(c *echo.Context) error {
	token, err := echo.ContextGet[*jwt.Token](c, "user")
	if err != nil {
		return echo.ErrUnauthorized
	}
	subject, err := token.Claims.GetSubject()
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, subject)
}

// Greeted: a hook that is in view and checks nothing.
func Greeted(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `\(jwtiss/missing\)`
		SigningKey:     []byte(os.Getenv("ORDERS_KEY")),
		SuccessHandler: func(c *echo.Context) error { c.Set("seen", true); return nil },
	}))
}

// Hooked: what the hook does is not in view.
func Hooked(e *echo.Echo, hook func(*echo.Context) error) {
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY")), SuccessHandler: hook}))
}

// Guard is made for other packages: they are asked.
func Guard() echo.MiddlewareFunc { return echojwt.JWT([]byte(os.Getenv("ORDERS_KEY"))) }
