// Package studio keeps sketches. One helper reads the ID for all handlers and
// calls what it is given with it.
package studio

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

var errNone = errors.New("no such sketch")

type sketch struct {
	ID       string `json:"id"`
	ArtistID string `json:"artist_id"`
	Title    string `json:"title"`
}

type server struct{ sketches *drawer }

type artistKey struct{}

func artist(ctx context.Context) string {
	name, _ := ctx.Value(artistKey{}).(string)
	return name
}

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), artistKey{}, claims.Subject))
	}
}

// byID answers with what call makes of the ID.
func byID(c *gin.Context, param string, call func(ctx context.Context, id string) (any, error)) {
	found, err := call(c.Request.Context(), c.Param(param))
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	s := &server{&drawer{map[string]sketch{"s1": {"s1", "alice", "a hand"}, "s2": {"s2", "bob", "a foot"}}}}
	r := gin.New()
	r.Use(authenticate(key))
	r.GET("/sketches", s.list)
	r.POST("/sketches", s.draw)
	r.GET("/sketches/:id", s.show)
	r.PUT("/sketches/:id", s.rename)
	r.DELETE("/sketches/:id", s.burn)
	r.GET("/own/sketches/:id", s.showOwn)
	r.PUT("/own/sketches/:id", s.renameOwn)
	r.DELETE("/own/sketches/:id", s.burnOwn)
	return r
}

func (s *server) list(c *gin.Context) {
	c.JSON(http.StatusOK, s.sketches.of(artist(c.Request.Context())))
}

func (s *server) draw(c *gin.Context) {
	n := sketch{ID: c.Query("id"), ArtistID: artist(c.Request.Context()), Title: c.Query("title")}
	s.sketches.put(n)
	c.JSON(http.StatusCreated, n)
}

type drawer struct{ sketches map[string]sketch }

func (d *drawer) of(artist string) []sketch {
	found := []sketch{}
	for _, s := range d.sketches {
		if s.ArtistID == artist {
			found = append(found, s)
		}
	}
	return found
}

func (d *drawer) put(s sketch) { d.sketches[s.ID] = s }

func (d *drawer) find(_ context.Context, id string) (any, error) {
	s, ok := d.sketches[id]
	if !ok {
		return nil, errNone
	}
	return s, nil
}

func (d *drawer) remove(_ context.Context, id string) (any, error) {
	if _, ok := d.sketches[id]; !ok {
		return nil, errNone
	}
	delete(d.sketches, id)
	return "gone", nil
}
