package echo5

import (
	"log/slog"
	"net/http"
	"slices"

	"github.com/labstack/echo/v5"
)

func (s *server) careful(g *echo.Group) {
	g.GET("/users/:id", s.self)
	g.GET("/contracts/:id", s.showOwn)
	g.PUT("/contracts/:id", s.rewriteOwn)
	g.DELETE("/contracts/:id", s.annulOwn)
	g.POST("/contracts/:id/file", s.file)
	g.GET("/contracts/:id/listed", s.listed)
	g.GET("/contracts/:id/history", s.history)
	g.GET("/checked/:id", s.showChecked, s.party)
	g.DELETE("/checked/:id", s.annulChecked, s.party)
	g.DELETE("/admin/:id", s.annulChecked, role("admin"))
	g.GET("/forms/:id", s.form)
	g.GET("/shared/:hash", s.shared)
	g.POST("/contracts/:id/ping", ping)
}

// self is the caller, if they ask for themselves.
func (s *server) self(c *echo.Context) error {
	id, err := echo.PathParam[string](c, "id")
	if err != nil {
		return err
	}
	if id != me(c).ID {
		return echo.NewHTTPError(http.StatusForbidden, "not you")
	}
	return c.JSON(http.StatusOK, s.owned[id])
}

func (s *server) showOwn(c *echo.Context) error {
	id, err := echo.PathParam[int](c, "id")
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	if t.PartyID != me(c).ID {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, t)
}

// own finds the contract, or an error for strangers.
func (s *server) own(c *echo.Context) (contract, error) {
	id, err := contractID(c)
	if err != nil {
		return contract{}, err
	}
	t, err := s.find(id)
	if err == nil && !t.with(me(c).ID) {
		err = echo.ErrForbidden
	}
	return t, err
}

func (s *server) rewriteOwn(c *echo.Context) error {
	t, err := s.own(c)
	if err != nil {
		return err
	}
	t.Text = c.QueryParam("text")
	s.contracts[t.ID] = t
	return c.NoContent(http.StatusNoContent)
}

// annulOwn has a lawyer, who is told both.
func (s *server) annulOwn(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	if err := s.lawyer.AnnulFor(me(c).ID, id); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// file has a clerk, who is told both by way of the context.
func (s *server) file(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	if err := s.clerk.File(c.Request().Context(), id); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// listed asks what the caller has.
func (s *server) listed(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	if !slices.Contains(me(c).Contracts, id) {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, s.contracts[id])
}

// history is for the party and the administrator.
func (s *server) history(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	t, err := s.find(id)
	if err != nil {
		return err
	}
	if u := me(c); u.Role != "admin" && u.ID != t.PartyID {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, []contract{t})
}

// party stands before handlers that do not ask.
func (s *server) party(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if _, err := s.own(c); err != nil {
			return err
		}
		return next(c)
	}
}

func role(name string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			if me(c).Role != name {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

func (s *server) showChecked(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s.contracts[id])
}

func (s *server) annulChecked(c *echo.Context) error {
	id, err := contractID(c)
	if err != nil {
		return err
	}
	delete(s.contracts, id)
	return c.NoContent(http.StatusNoContent)
}

// Forms are blank, for everybody.
func (s *server) form(c *echo.Context) error {
	text, ok := s.forms[c.Param("id")]
	if !ok {
		return echo.ErrNotFound
	}
	return c.String(http.StatusOK, text)
}

// shared opens for those who know the hash.
func (s *server) shared(c *echo.Context) error {
	id, ok := s.links[c.Param("hash")]
	if !ok {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, s.contracts[id])
}

func ping(c *echo.Context) error {
	slog.Info("ping", "contract", c.Param("id"), "by", me(c).ID)
	return c.String(http.StatusOK, c.Param("id"))
}
