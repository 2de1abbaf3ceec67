// Package echojwt guards routes with echo-jwt, which checks no issuer.
package echojwt

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Vulnerable lets tokens of any issuer in.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `without checking its issuer .*set ParseTokenFunc and check iss there \(jwtiss/missing\)`
		SigningKey: []byte(os.Getenv("ORDERS_KEY")),
	}))
	e.GET("/", home)
}

func home(c echo.Context) error {
	token, ok := c.Get("user").(*jwt.Token)
	if !ok {
		return echo.ErrUnauthorized
	}
	subject, err := token.Claims.GetSubject()
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, subject)
}

// Parsed: the program's own function parses, and asks for no issuer either.
func Parsed(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(_ echo.Context, raw string) (any, error) {
			return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `\(jwtiss/missing\)`
				return []byte(os.Getenv("ORDERS_KEY")), nil
			}, jwt.WithValidMethods([]string{"HS256"}))
		},
	}))
}

// Greeted: a hook that is in view and checks nothing.
func Greeted(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `\(jwtiss/missing\)`
		SigningKey:     []byte(os.Getenv("ORDERS_KEY")),
		SuccessHandler: func(c echo.Context) { c.Set("seen", true) },
	}))
}

// Hooked: what the hook does is not in view.
func Hooked(e *echo.Echo, hook func(echo.Context)) {
	e.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY")), SuccessHandler: hook}))
}

// Guard is made for other packages: they are asked.
func Guard() echo.MiddlewareFunc {
	return echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))})
}

// Kept is taken from here by other packages.
var Kept = echojwt.JWT([]byte(os.Getenv("ORDERS_KEY")))
