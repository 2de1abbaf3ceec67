package planner

import (
	"log"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"
)

// bio is what people tell about themselves.
type bio struct {
	UserID string `json:"user_id"`
	Text   string `json:"text"`
}

// star is given by one to another.
type star struct{ From, To string }

// Templates are everybody's.
func (s *server) template(c echo.Context) error {
	text, ok := s.templates[c.Param("id")]
	if !ok {
		return echo.ErrNotFound
	}
	return c.String(http.StatusOK, text)
}

func (s *server) bio(c echo.Context) error {
	b, ok := s.bios[c.Param("id")]
	if !ok {
		return echo.ErrNotFound
	}
	return c.JSON(http.StatusOK, b)
}

// The star is the caller's, whoever gets it.
func (s *server) star(c echo.Context) error {
	to := c.Param("id")
	if _, ok := s.bios[to]; !ok {
		return echo.ErrNotFound
	}
	s.stars[star{From: caller(c), To: to}] = true
	return c.NoContent(http.StatusCreated)
}

func (s *server) unstar(c echo.Context) error {
	delete(s.stars, star{From: caller(c), To: c.Param("id")})
	return c.NoContent(http.StatusNoContent)
}

// The token in the path is the permission.
func (s *server) shared(c echo.Context) error {
	id, ok := s.links[c.Param("token")]
	if !ok {
		return echo.ErrNotFound
	}
	t, err := s.board.get(id)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

func ping(c echo.Context) error {
	log.Printf("%s is looking at %s", caller(c), c.Param("id"))
	return c.JSON(http.StatusOK, echo.Map{"task": c.Param("id")})
}

// member lets those pass who work on the project.
func (s *server) member(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		user, err := s.planner(c)
		if err != nil {
			return err
		}
		if !slices.Contains(user.ProjectIDs, c.Param("project")) {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

// inProject looks among the tasks of the project.
func (s *server) inProject(project, id string) (*task, error) {
	for _, t := range s.board.in(project) {
		if t.ID == id {
			return t, nil
		}
	}
	return nil, errNone
}

func (s *server) projectTask(c echo.Context) error {
	t, err := s.inProject(c.Param("project"), c.Param("id"))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, t)
}

func (s *server) renameProjectTask(c echo.Context) error {
	t, err := s.inProject(c.Param("project"), c.Param("id"))
	if err != nil {
		return err
	}
	t.Title = c.QueryParam("title")
	s.board.put(t)
	return c.NoContent(http.StatusNoContent)
}
