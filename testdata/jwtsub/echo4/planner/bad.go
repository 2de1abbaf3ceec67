package planner

import (
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
)

// show shows what list keeps apart.
func (s *server) show(c echo.Context) error {
	t, err := s.board.get(c.Param("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

func (s *server) rename(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if caller(c) == "" {
		return echo.ErrUnauthorized
	}
	if err := s.board.rename(id, c.QueryParam("title")); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *server) remove(c echo.Context) error {
	s.board.drop(c.Param("id")) // want "jwtsub/unchecked-write"
	return c.NoContent(http.StatusNoContent)
}

// edit names the caller in a field that is not read.
func (s *server) edit(c echo.Context) error {
	e := edit{UserID: caller(c), Title: c.QueryParam("title")}
	e.TaskID = c.Param("id") // want "jwtsub/unchecked-write"
	if err := s.secretary.do(e); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// done writes the caller beside the task.
func (s *server) done(c echo.Context) error {
	t, err := s.board.get(c.Param("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	t.DoneBy = caller(c)
	s.board.put(t)
	return c.NoContent(http.StatusNoContent)
}

// putAway tells the interface no more than the ID.
func (s *server) putAway(c echo.Context) error {
	if err := s.shelf.Shelve(c.Param("id")); err != nil { // want "jwtsub/unchecked-write"
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// reset answers with the caller's name.
func (s *server) reset(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if err := s.board.rename(id, "to do"); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"task": id, "by": caller(c)})
}

// clear is for users, so for everybody.
func (s *server) clear(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	log.Printf("%s clears %s", caller(c), id)
	if err := s.board.rename(id, "cleared"); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// retitle has the binder read the ID.
func (s *server) retitle(c echo.Context) error {
	var wanted struct {
		ID string `param:"id"`
	}
	if err := c.Bind(&wanted); err != nil {
		return err
	}
	if err := s.secretary.write(wanted.ID, c.QueryParam("title")); err != nil { // want "jwtsub/unchecked-write"
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// title makes its handler.
func title(b *board) echo.HandlerFunc {
	return func(c echo.Context) error {
		t, err := b.get(c.Param("id")) // want "jwtsub/unchecked-read"
		if err != nil {
			return err
		}
		return c.String(http.StatusOK, t.Title)
	}
}

// taskID reads the parameter for whoever needs it.
func taskID(c echo.Context) (string, error) {
	id := c.Param("id")
	if id == "" || id[0] != 't' {
		return "", echo.NewHTTPError(http.StatusBadRequest, "that is no task")
	}
	return id, nil
}

func (s *server) print(c echo.Context) error {
	id, err := taskID(c) // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	t, err := s.board.get(id)
	if err != nil {
		return err
	}
	return c.HTML(http.StatusOK, "<h1>"+t.Title+"</h1>")
}

// tasksOf is somebody's list.
func (s *server) tasksOf(c echo.Context) error {
	return c.JSON(http.StatusOK, s.board.mine(c.Param("user_id"))) // want "jwtsub/unchecked-read"
}

// settingsOf reads the ID with a binder of its own.
func (s *server) settingsOf(c echo.Context) error {
	var id string
	if err := echo.PathParamsBinder(c).String("user_id", &id).BindError(); err != nil { // want "jwtsub/unchecked-read"
		return err
	}
	found, ok := s.settings[id]
	if !ok {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, found)
}

// peek writes strangers down.
func (s *server) peek(c echo.Context) error {
	t, err := s.board.get(c.Param("id")) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	if t.OwnerID != caller(c) {
		c.Logger().Warnf("%s peeks at %s", caller(c), t.ID)
	}
	return c.JSON(http.StatusOK, t)
}

// card compares for a field of the answer.
func (s *server) card(c echo.Context) error {
	t, err := s.board.get(c.Param("id")) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, echo.Map{"title": t.Title, "editable": t.allows(caller(c))})
}

// removeNow answers strangers, and goes on.
func (s *server) removeNow(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/ineffective"
	t, err := s.board.get(id)
	if err != nil {
		return err
	}
	if t.OwnerID != caller(c) {
		_ = c.JSON(http.StatusForbidden, echo.Map{"message": "not your task"})
	}
	s.board.drop(id)
	return nil
}

// removeLate is too late.
func (s *server) removeLate(c echo.Context) error {
	id := c.Param("id") // want "jwtsub/ineffective"
	t, err := s.board.get(id)
	if err != nil {
		return err
	}
	s.board.drop(id)
	if !t.allows(caller(c)) {
		return echo.ErrForbidden
	}
	return c.NoContent(http.StatusNoContent)
}

// renameSame finds that the owner's record is the owner's.
func (s *server) renameSame(c echo.Context) error {
	t, err := s.board.get(c.Param("id")) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	owner := s.people[t.OwnerID]
	if owner == nil || t.OwnerID != owner.ID {
		return echo.ErrForbidden
	}
	t.Title = c.QueryParam("title")
	s.board.put(t)
	return c.NoContent(http.StatusNoContent)
}
