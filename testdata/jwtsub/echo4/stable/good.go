package stable

import (
	"net/http"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/stable/access"
)

// visit is for the horse's grooms.
func (s *server) visit(c echo.Context) error {
	h, err := s.horse(c.Param("id"))
	if err != nil {
		return err
	}
	for _, groom := range h.Grooms {
		if groom == access.Rider(c) {
			return c.JSON(http.StatusOK, h)
		}
	}
	return echo.ErrForbidden
}

// either is another query for another role.
func (s *server) either(c echo.Context) error {
	var h *horse
	switch id := c.Param("id"); c.Get("role") {
	case "admin":
		h = s.horses[id]
	default:
		h = s.by(access.Rider(c))[id]
	}
	if h == nil {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, h)
}

func (s *server) renameOwn(c echo.Context) error {
	id := c.Param("id")
	if err := access.Authorize(c, "rename", id); err != nil {
		return err
	}
	s.horses[id].Name = c.QueryParam("name")
	return c.NoContent(http.StatusNoContent)
}

// trainOwn has the owner in the condition that does it.
func (s *server) trainOwn(c echo.Context) error {
	h, err := s.horse(c.Param("id"))
	if err == nil && h.OwnerID == access.Rider(c) {
		h.Name = c.QueryParam("name")
		return c.NoContent(http.StatusNoContent)
	}
	return echo.ErrNotFound
}

// shoe has the smith find out.
func (s *server) shoe(c echo.Context) error {
	if err := s.smith.Shoe(access.Rider(c), c.Param("id")); err != nil {
		return echo.ErrForbidden
	}
	return c.NoContent(http.StatusNoContent)
}

// scoped lets tokens of the scope through.
func scoped(scope string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			scopes, _ := c.Get("scopes").([]string)
			if !slices.Contains(scopes, scope) {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

func (s *server) chip(c echo.Context) error {
	s.horses[c.Param("id")].Name += " (chipped)"
	return c.NoContent(http.StatusNoContent)
}

// buyShoes looks for the horse among the rider's.
func (s *server) buyShoes(c echo.Context) error {
	id := c.Param("id")
	if _, ok := s.by(access.Rider(c))[id]; !ok {
		return echo.ErrNotFound
	}
	s.horses[id].Shoes += 4
	return c.NoContent(http.StatusNoContent)
}

func (s *server) retake(c echo.Context) error {
	s.pictures.invalidate(c.Param("id"))
	return c.NoContent(http.StatusNoContent)
}

// of knows one name that all have.
func (s *server) of(c echo.Context) error {
	rider := access.Rider(c)
	if id := c.Param("rider_id"); id != "me" && id != rider {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, s.by(rider))
}

// lead brings the horse.
func (s *server) lead(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h, err := s.horse(c.Param("id"))
		if err != nil {
			return err
		}
		c.Set("horse", h)
		return next(c)
	}
}

// mine looks whose it is.
func (s *server) mine(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if h, ok := c.Get("horse").(*horse); !ok || h.OwnerID != access.Rider(c) {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

func (s *server) show(c echo.Context) error { return c.JSON(http.StatusOK, c.Get("horse")) }

func (s *server) sell(c echo.Context) error {
	h := c.Get("horse").(*horse)
	delete(s.horses, h.ID)
	return c.NoContent(http.StatusNoContent)
}

func (s *server) passOwn(c echo.Context) error {
	h, err := s.horse(c.Param("id"))
	if err != nil {
		return err
	}
	if h.OwnerID != access.Rider(c) {
		return echo.ErrForbidden
	}
	pass, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": access.Rider(c), "exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString(s.key)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"horse": h, "pass": pass})
}
