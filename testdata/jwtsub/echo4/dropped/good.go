package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

func (s *server) careful(e *echo.Echo) {
	e.GET("/places", s.places, s.any)
	e.GET("/mine/parcels/:id", s.showMine, s.any)
	e.PUT("/mine/parcels/:id", s.moveMine, s.whose)
}

// any is for what needs a token and no name.
func (s *server) any(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := s.parser.Parse(header(c), s.secret); err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func (s *server) places(c echo.Context) error {
	return c.JSON(http.StatusOK, []string{"door", "neighbour"})
}

// showMine asks the token itself.
func (s *server) showMine(c echo.Context) error {
	token, err := s.parser.Parse(header(c), s.secret)
	if err != nil {
		return echo.ErrUnauthorized
	}
	who, err := token.Claims.GetSubject()
	if err != nil {
		return echo.ErrUnauthorized
	}
	p, err := s.find(c.Param("id"))
	if err != nil {
		return err
	}
	if p.RecipientID != who {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, p)
}

// whose builds one context on the other.
func (s *server) whose(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := new(jwt.RegisteredClaims)
		if _, err := s.parser.ParseWithClaims(header(c), claims, s.secret); err != nil {
			return echo.ErrUnauthorized
		}
		r := c.Request()
		ctx := context.WithValue(r.Context(), issuer, claims.Issuer)
		ctx = context.WithValue(ctx, recipient, claims.Subject)
		c.SetRequest(r.WithContext(ctx))
		return next(c)
	}
}

func (s *server) moveMine(c echo.Context) error {
	p, err := s.find(c.Param("id"))
	if err != nil {
		return err
	}
	if who, ok := c.Request().Context().Value(recipient).(string); !ok || p.RecipientID != who {
		return echo.ErrForbidden
	}
	p.Place = c.QueryParam("place")
	return c.NoContent(http.StatusNoContent)
}
