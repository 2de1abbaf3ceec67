// Package planner keeps tasks, with the token check of echo-jwt in front.
// Routes and handlers are in one package: findings stand where the ID is read.
package planner

import (
	"context"
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

type server struct {
	board     *board
	people    map[string]*person
	settings  map[string]settings
	templates map[string]string
	bios      map[string]bio
	links     map[string]string
	stars     map[star]bool
	secretary secretary
	shelf     shelf
	ownShelf  ownShelf
	drawer    drawer
}

type callerKey struct{}

func claim(c echo.Context, name string) string {
	token, ok := c.Get("user").(*jwt.Token)
	if !ok {
		return ""
	}
	value, _ := token.Claims.(jwt.MapClaims)[name].(string)
	return value
}

// caller is the one whom echojwt has let in.
func caller(c echo.Context) string { return claim(c, "sub") }

// withContext passes the caller on to those who have no echo.Context.
func withContext(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		c.SetRequest(r.WithContext(context.WithValue(r.Context(), callerKey{}, caller(c))))
		return next(c)
	}
}

// role lets pass whose token says so.
func role(wanted string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if claim(c, "role") != wanted {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

// Handler is the whole application: two people, a task each.
func Handler(key []byte) http.Handler {
	b := &board{tasks: map[string]*task{
		"t1": {ID: "t1", OwnerID: "alice", ProjectID: "p1", Title: "buy paint"},
		"t2": {ID: "t2", OwnerID: "bob", ProjectID: "p2", Title: "see a doctor"},
	}}
	all := cupboard{b}
	s := &server{
		board: b,
		people: map[string]*person{
			"alice": {ID: "alice", ProjectIDs: []string{"p1"}},
			"bob":   {ID: "bob", ProjectIDs: []string{"p2"}},
		},
		settings:  map[string]settings{"alice": {"alice", "111"}, "bob": {"bob", "222"}},
		templates: map[string]string{"m1": "weekly shopping"},
		bios:      map[string]bio{"bob": {UserID: "bob", Text: "carpenter"}},
		links:     map[string]string{"s3cr3t": "t2"},
		stars:     map[star]bool{},
		secretary: secretary{b}, shelf: all, ownShelf: all, drawer: all,
	}
	e := echo.New()
	e.HTTPErrorHandler = fail
	e.GET("/templates/:id/preview", s.template) // Nobody has to sign in for this.
	g := e.Group("")
	g.Use(echojwt.WithConfig(echojwt.Config{SigningKey: key, SigningMethod: echojwt.AlgorithmHS256}), withContext)
	g.GET("/tasks", s.list)
	g.POST("/tasks", s.create)
	s.careless(g)
	s.careful(g.Group("/own"))
	s.common(g.Group("/all"))
	return e
}

func fail(err error, c echo.Context) {
	switch {
	case errors.Is(err, errNone):
		err = echo.ErrNotFound
	case errors.Is(err, errOthers):
		err = echo.ErrForbidden
	}
	c.Echo().DefaultHTTPErrorHandler(err, c)
}

func (s *server) list(c echo.Context) error {
	return c.JSON(http.StatusOK, s.board.mine(caller(c)))
}

func (s *server) create(c echo.Context) error {
	t := new(task)
	if err := c.Bind(t); err != nil {
		return err
	}
	t.OwnerID = caller(c)
	s.board.put(t)
	return c.JSON(http.StatusCreated, t)
}

func (s *server) careless(g *echo.Group) {
	g.GET("/tasks/:id", s.show)
	g.PUT("/tasks/:id", s.rename)
	g.DELETE("/tasks/:id", s.remove)
	g.PATCH("/tasks/:id", s.edit)
	g.POST("/tasks/:id/done", s.done)
	g.POST("/tasks/:id/shelf", s.putAway)
	g.POST("/tasks/:id/reset", s.reset)
	g.POST("/tasks/:id/clear", s.clear, role("user"))
	g.POST("/tasks/:id/title", s.retitle)
	g.GET("/tasks/:id/title", title(s.board))
	g.GET("/tasks/:id/print", s.print)
	g.GET("/users/:user_id/tasks", s.tasksOf)
	g.GET("/users/:user_id/settings", s.settingsOf)
	g.DELETE("/tasks/:id/title", func(c echo.Context) error {
		return s.board.rename(c.Param("id"), "") // want "jwtsub/unchecked-write"
	})

	g.GET("/tasks/:id/peek", s.peek)
	g.GET("/tasks/:id/card", s.card)
	g.DELETE("/tasks/:id/now", s.removeNow)
	g.DELETE("/tasks/:id/late", s.removeLate)
	g.POST("/tasks/:id/same", s.renameSame)
}

func (s *server) careful(g *echo.Group) {
	g.GET("/users/:id/settings", s.ownSettings)
	g.GET("/tasks/:id", s.showOwn)
	g.PUT("/tasks/:id", s.renameOwn)
	g.DELETE("/tasks/:id", s.removeOwn)
	g.PATCH("/tasks/:id", s.editOwn)
	g.POST("/tasks/:id/shelf", s.putAwayOwn)
	g.POST("/tasks/:id/drawer", s.keep)
	g.POST("/tasks/:id/clear", s.clearAny)
	g.GET("/tasks/:id/history", s.history)
	g.GET("/tasks/:id/print", s.printOwn)
	g.GET("/tasks/:id/title", ownTitle(s.board))
	g.GET("/projects/:id", s.project)
	g.GET("/projects/:id/loop", s.projectLoop)

	g.GET("/checked/:id", s.showChecked, s.owner("id"))
	checked := g.Group("/checked", s.owner("task"))
	checked.DELETE("/tasks/:task", s.removeChecked)
	admin := g.Group("/admin", role("admin"))
	admin.GET("/tasks/:id", s.showAny)
	admin.DELETE("/tasks/:id", s.removeAny)
	project := g.Group("/projects/:project", s.member)
	project.GET("/tasks/:id", s.projectTask)
	project.PUT("/tasks/:id", s.renameProjectTask)
}

func (s *server) common(g *echo.Group) {
	g.GET("/templates/:id", s.template)
	g.GET("/users/:id", s.bio)
	g.POST("/users/:id/star", s.star)
	g.DELETE("/users/:id/star", s.unstar)
	g.GET("/shared/:token", s.shared)
	g.POST("/tasks/:id/ping", ping)
}
