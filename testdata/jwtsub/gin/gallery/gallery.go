// Package gallery shows pictures to everybody, and knows its painters: one
// middleware looks at the token, if there is one, and another asks for it.
package gallery

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type picture struct {
	ID        string `json:"id"`
	PainterID string `json:"painter_id"`
	Title     string `json:"title"`
}

type painter struct{ ID string }

type server struct {
	key      []byte
	pictures map[string]*picture
}

// look lets everybody pass, with a painter or without.
func (s *server) look(c *gin.Context) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
		func(*jwt.Token) (any, error) { return s.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err == nil {
		if len(claims.Subject) > 64 {
			c.AbortWithStatus(http.StatusBadRequest)
			return
		}
		c.Set("painter", &painter{ID: claims.Subject})
	}
	c.Next()
}

func caller(c *gin.Context) *painter {
	p, _ := c.Value("painter").(*painter)
	return p
}

// ask turns away who has no token.
func ask(c *gin.Context) {
	if caller(c) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

// Handler is the whole application: two painters, a picture each.
func Handler(key []byte) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	s := &server{key: key, pictures: map[string]*picture{
		"p1": {ID: "p1", PainterID: "alice", Title: "sunflowers"},
		"p2": {ID: "p2", PainterID: "bob", Title: "nightwatch"},
	}}
	r := gin.New()
	r.Use(s.look)
	r.GET("/pictures/:id", s.show)
	own := r.Group("/own", ask)
	own.GET("/pictures", s.list)
	own.PUT("/pictures/:id", s.rename)
	own.PUT("/pictures/:id/title", s.renameOwn)
	return r
}

func (s *server) list(c *gin.Context) {
	found := []*picture{}
	for _, p := range s.pictures {
		if p.PainterID == caller(c).ID {
			found = append(found, p)
		}
	}
	c.JSON(http.StatusOK, found)
}

// show is for everybody: nothing asks for a token before it.
func (s *server) show(c *gin.Context) {
	p, ok := s.pictures[c.Param("id")]
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// rename is for painters, whoever has painted it.
func (s *server) rename(c *gin.Context) {
	p, ok := s.pictures[c.Param("id")] // want "jwtsub/unchecked-write"
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	p.Title = c.Query("title")
	c.Status(http.StatusNoContent)
}

// renameOwn is for its painter.
func (s *server) renameOwn(c *gin.Context) {
	p, ok := s.pictures[c.Param("id")]
	if !ok || p.PainterID != caller(c).ID {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	p.Title = c.Query("title")
	c.Status(http.StatusNoContent)
}
