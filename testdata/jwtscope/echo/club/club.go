// Package club has a custom for all routes of a group: a role, or none.
package club

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func admin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		tok, ok := c.Get("user").(*jwt.Token)
		if !ok {
			return echo.ErrUnauthorized
		}
		if mine, ok := tok.Claims.(jwt.MapClaims); !ok || mine["role"] != "admin" {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

func done(c echo.Context) error { return c.NoContent(http.StatusNoContent) }

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	e := echo.New()
	g := e.Group("/club", echojwt.WithConfig(echojwt.Config{SigningKey: key}))
	g.POST("/events", done, admin)
	g.PUT("/events/:id", done) // want `does without club.admin \(any valid token will do\); ask as POST /club/events does .*jwtscope/missing`

	// All for everybody with a token.
	g.POST("/posts", done)
	g.DELETE("/posts/:id", done)

	// All for the admin.
	all := e.Group("/admin", echojwt.WithConfig(echojwt.Config{SigningKey: key}), admin)
	all.POST("/members", done)
	all.DELETE("/members/:id", done)
	return e
}
