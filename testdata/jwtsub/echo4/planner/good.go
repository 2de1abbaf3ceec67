package planner

import (
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"
)

// ownSettings are for the one whose they are.
func (s *server) ownSettings(c echo.Context) error {
	id := c.Param("id")
	if id != caller(c) {
		return echo.NewHTTPError(http.StatusForbidden, "that is not you")
	}
	return c.JSON(http.StatusOK, s.settings[id])
}

// showOwn compares what it has loaded.
func (s *server) showOwn(c echo.Context) error {
	t, err := s.board.get(c.Param("id"))
	if err != nil {
		return err
	}
	if t.OwnerID != caller(c) {
		return c.NoContent(http.StatusForbidden)
	}
	return c.JSON(http.StatusOK, t)
}

// own loads a task for its owner.
func (s *server) own(c echo.Context, id string) (*task, error) {
	t, err := s.board.get(id)
	if err != nil {
		return nil, err
	}
	if t.OwnerID != caller(c) {
		return nil, errOthers
	}
	return t, nil
}

// The helper's error leaves.
func (s *server) renameOwn(c echo.Context) error {
	t, err := s.own(c, c.Param("id"))
	if err != nil {
		return err
	}
	if err := s.board.rename(t.ID, c.QueryParam("title")); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// The task's own method says whether.
func (s *server) removeOwn(c echo.Context) error {
	id := c.Param("id")
	if t, err := s.board.get(id); err != nil || !t.allows(caller(c)) {
		return echo.ErrNotFound
	}
	s.board.drop(id)
	return c.NoContent(http.StatusNoContent)
}

// The struct's user is read.
func (s *server) editOwn(c echo.Context) error {
	err := s.secretary.doFor(edit{TaskID: c.Param("id"), UserID: caller(c), Title: c.QueryParam("title")})
	if err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// The interface gets both.
func (s *server) putAwayOwn(c echo.Context) error {
	if err := s.ownShelf.ShelveOf(caller(c), c.Param("id")); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// The interface gets the context.
func (s *server) keep(c echo.Context) error {
	if err := s.drawer.Keep(c.Request().Context(), c.Param("id")); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// clearAny is the administrator's.
func (s *server) clearAny(c echo.Context) error {
	if claim(c, "role") != "admin" {
		return echo.ErrForbidden
	}
	if err := s.board.rename(c.Param("id"), "cleared"); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// history is the administrator's and the owner's.
func (s *server) history(c echo.Context) error {
	t, err := s.board.get(c.Param("id"))
	if err != nil {
		return err
	}
	switch {
	case claim(c, "role") == "admin", t.OwnerID == caller(c):
		return c.JSON(http.StatusOK, []*task{t})
	default:
		return echo.ErrForbidden
	}
}

func (s *server) printOwn(c echo.Context) error {
	var id string
	if err := echo.PathParamsBinder(c).String("id", &id).BindError(); err != nil {
		return err
	}
	t, err := s.own(c, id)
	if err != nil {
		return err
	}
	return c.HTML(http.StatusOK, "<h1>"+t.Title+"</h1>")
}

func ownTitle(b *board) echo.HandlerFunc {
	return func(c echo.Context) error {
		t, err := b.get(c.Param("id"))
		if err != nil || t.OwnerID != caller(c) {
			return echo.ErrNotFound
		}
		return c.String(http.StatusOK, t.Title)
	}
}

// planner is the caller, with all that is known about them.
func (s *server) planner(c echo.Context) (*person, error) {
	p, ok := s.people[caller(c)]
	if !ok {
		return nil, echo.ErrForbidden
	}
	return p, nil
}

// project is for those who work on it.
func (s *server) project(c echo.Context) error {
	user, err := s.planner(c)
	if err != nil {
		return err
	}
	id := c.Param("id")
	if !slices.Contains(user.ProjectIDs, id) {
		return echo.ErrForbidden
	}
	return c.JSON(http.StatusOK, s.board.in(id))
}

// projectLoop looks for itself.
func (s *server) projectLoop(c echo.Context) error {
	user, err := s.planner(c)
	if err != nil {
		return err
	}
	for _, id := range user.ProjectIDs {
		if id == c.Param("id") {
			return c.JSON(http.StatusOK, s.board.in(c.Param("id")))
		}
	}
	return echo.ErrForbidden
}

// owner lets the task's owner pass.
func (s *server) owner(param string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if _, err := s.own(c, c.Param(param)); err != nil {
				return err
			}
			return next(c)
		}
	}
}

// These two rely on owner.
func (s *server) showChecked(c echo.Context) error {
	t, err := s.board.get(c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

func (s *server) removeChecked(c echo.Context) error {
	s.board.drop(c.Param("task"))
	return c.NoContent(http.StatusNoContent)
}

// And these two on role.
func (s *server) showAny(c echo.Context) error {
	t, err := s.board.get(c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

func (s *server) removeAny(c echo.Context) error {
	s.board.drop(c.Param("id"))
	return c.NoContent(http.StatusNoContent)
}
