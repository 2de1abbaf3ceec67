package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

type contextKey string

const (
	recipient contextKey = "recipient"
	issuer    contextKey = "issuer"
	expiry    contextKey = "expiry"
)

func (s *server) careless(e *echo.Echo) {
	g := e.Group("/parcels", s.valid)
	g.GET("/:id", s.show)
	g.DELETE("/:id", s.refuse)
	e.PUT("/parcels/:id", s.move, s.lastOne)
	e.PATCH("/parcels/:id", s.move, s.unused)
}

// valid throws the token away when it has been found good.
func (s *server) valid(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token, err := s.parser.Parse(header(c), s.secret) // want "jwtsub/no-identity"
		if err != nil || !token.Valid {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

// lastOne begins twice with the same context, and keeps the second.
func (s *server) lastOne(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := new(jwt.RegisteredClaims)
		if _, err := s.parser.ParseWithClaims(header(c), claims, s.secret); err != nil { // want "jwtsub/no-identity"
			return echo.ErrUnauthorized
		}
		r := c.Request()
		ctx := context.WithValue(r.Context(), recipient, claims.Subject)
		ctx = context.WithValue(r.Context(), expiry, claims.ExpiresAt)
		c.SetRequest(r.WithContext(ctx))
		return next(c)
	}
}

// unused makes a request that knows the caller, and hands on the old one.
func (s *server) unused(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := new(jwt.RegisteredClaims)
		if _, err := s.parser.ParseWithClaims(header(c), claims, s.secret); err != nil { // want "jwtsub/no-identity"
			return echo.ErrUnauthorized
		}
		r := c.Request()
		r.WithContext(context.WithValue(r.Context(), recipient, claims.Subject))
		c.SetRequest(r)
		return next(c)
	}
}

func (s *server) show(c echo.Context) error {
	p, err := s.find(c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, p)
}

func (s *server) refuse(c echo.Context) error {
	delete(s.parcels, c.Param("id"))
	return c.NoContent(http.StatusNoContent)
}

func (s *server) move(c echo.Context) error {
	p, err := s.find(c.Param("id"))
	if err != nil {
		return err
	}
	p.Place = c.QueryParam("place")
	return c.NoContent(http.StatusNoContent)
}
