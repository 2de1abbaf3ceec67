package echo5

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v5"
)

func (s *server) careless(g *echo.Group) {
	g.GET("/contracts/:id", s.show)
	g.PUT("/contracts/:id", s.rewrite)
	g.DELETE("/contracts/:id", s.annul)
	g.POST("/contracts/:id/sign", s.sign)
	g.POST("/contracts/:id/blank", s.blank, role("user"))
	g.GET("/contracts/:id/text", text(s))
	g.GET("/users/:user_id/contracts", s.contractsOf)

	g.GET("/contracts/:id/glance", s.glance)
	g.DELETE("/contracts/:id/now", s.annulNow)
}

// show reads the ID as a number.
func (s *server) show(c *echo.Context) error {
	id, err := echo.PathParam[int](c, "id") // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

// contractID reads it as text first.
func contractID(c *echo.Context) (int, error) {
	id, err := strconv.Atoi(c.Param("id"))
	if err != nil {
		return 0, echo.ErrBadRequest
	}
	return id, nil
}

func (s *server) rewrite(c *echo.Context) error {
	id, err := contractID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	t.Text = c.QueryParam("text")
	s.contracts[id] = t
	return c.NoContent(http.StatusNoContent)
}

// annul has no more than an ID for the notary.
func (s *server) annul(c *echo.Context) error {
	id, err := contractID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	if err := s.notary.Annul(id); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]any{"annulled": id, "by": me(c).ID})
}

// sign puts the caller below whatever it is.
func (s *server) sign(c *echo.Context) error {
	id, err := contractID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	t.SignedBy = me(c).ID
	s.contracts[t.ID] = t
	return c.NoContent(http.StatusNoContent)
}

// blank is for everybody with a token.
func (s *server) blank(c *echo.Context) error {
	id, err := contractID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	c.Logger().Info("blanked", "contract", id, "by", me(c).ID)
	s.contracts[id] = contract{ID: id, PartyID: s.contracts[id].PartyID}
	return c.NoContent(http.StatusNoContent)
}

// text makes its handler.
func text(s *server) echo.HandlerFunc {
	return func(c *echo.Context) error {
		id, err := contractID(c) // want "jwtsub/unchecked-read"
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, s.contracts[id].Text)
	}
}

// contractsOf takes the path's word for who asks.
func (s *server) contractsOf(c *echo.Context) error {
	party := c.Param("user_id") // want "jwtsub/unchecked-read"
	all := []contract{}
	for _, t := range s.contracts {
		if t.PartyID == party {
			all = append(all, t)
		}
	}
	return c.JSON(http.StatusOK, all)
}

// glance warns.
func (s *server) glance(c *echo.Context) error {
	id, err := contractID(c) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	if !t.with(me(c).ID) {
		c.Logger().Warn("a stranger", "contract", id)
	}
	return c.JSON(http.StatusOK, t)
}

// annulNow answers and goes on.
func (s *server) annulNow(c *echo.Context) error {
	id, err := contractID(c) // missed: jwtsub/ineffective
	if err != nil {
		return err
	}
	if t := s.contracts[id]; t.PartyID != me(c).ID {
		if err := c.NoContent(http.StatusForbidden); err != nil {
			return err
		}
	}
	delete(s.contracts, id)
	return nil
}

// valid lets good tokens pass, and forgets them.
func valid(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			if _, err := verify(c, key); err != nil { // want "jwtsub/no-identity"
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

func (s *server) nameless(g *echo.Group) {
	g.GET("/contracts/:id", s.showNameless)
	g.DELETE("/contracts/:id", s.annulNameless)
}

func (s *server) showNameless(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s.contracts[id])
}

func (s *server) annulNameless(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	delete(s.contracts, id)
	return c.NoContent(http.StatusNoContent)
}
