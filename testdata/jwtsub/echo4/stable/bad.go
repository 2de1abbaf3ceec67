package stable

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/stable/access"
)

// rename is polite to those who ask for politeness.
func (s *server) rename(c echo.Context) error {
	h, err := s.horse(c.Param("id")) // missed: jwtsub/ineffective
	if err != nil {
		return err
	}
	if c.Request().Header.Get("X-Polite") == "yes" {
		if h.OwnerID != access.Rider(c) {
			return echo.ErrForbidden
		}
	}
	h.Name = c.QueryParam("name")
	return c.NoContent(http.StatusNoContent)
}

// train tells everybody.
func (s *server) train(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if err := access.Announce(c, "trains", id); err != nil {
		return err
	}
	h, err := s.horse(id)
	if err != nil {
		return err
	}
	h.Name = c.QueryParam("name")
	return c.NoContent(http.StatusNoContent)
}

// brand leaves it to the smith, who is not told whose horse it is.
func (s *server) brand(c echo.Context) error {
	return s.smith.Brand(c.Param("id")) // want "jwtsub/unchecked-write"
}

// watch keeps the rider's name.
func (s *server) watch(c echo.Context) error {
	b := s.boxes[c.Param("id")] // want "jwtsub/unchecked-read"
	if b == nil {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, b.watch(access.Rider(c)))
}

// comb is behind a scope that every token has.
func (s *server) comb(c echo.Context) error {
	s.horses[c.Param("id")].Name += " (combed)" // want "jwtsub/unchecked-write"
	return c.NoContent(http.StatusNoContent)
}

// pass makes one for any horse.
func (s *server) pass(c echo.Context) error {
	h, err := s.horse(c.Param("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	pass, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": access.Rider(c), "exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString(s.key)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"horse": h, "pass": pass})
}
