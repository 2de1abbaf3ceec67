// Package album has what looks wrong only at a second glance: a photo has an
// owner and may be meant for all, a todo hangs on no team but its ID does.
package album

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type photo struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Caption string `json:"caption"`
}

type todo struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type membership struct{ team, user string }

type server struct {
	photos  map[string]photo
	members map[membership]bool
	todos   map[string]todo
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
		c.Set("user", claims.Subject)
	}
}

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	s := &server{
		photos:  map[string]photo{"p2": {"p2", "bob", "a field"}},
		members: map[membership]bool{{"red", "bob"}: true, {"blue", "alice"}: true},
		todos:   map[string]todo{"t2": {"t2", "mow"}},
	}
	r := gin.New()
	r.Use(authenticate(key))
	r.POST("/photos", s.upload)
	r.GET("/photos/:id", s.photo)
	team := r.Group("/teams/:team", s.member)
	team.GET("/todos/:id", s.todo)
	team.DELETE("/todos/:id", s.finish)
	return r
}

func (s *server) upload(c *gin.Context) {
	p := photo{ID: c.Query("id"), OwnerID: c.GetString("user"), Caption: c.Query("caption")}
	s.photos[p.ID] = p
	c.JSON(http.StatusCreated, p)
}

// photo has an owner, and nothing says that others may not look.
func (s *server) photo(c *gin.Context) {
	p, ok := s.photos[c.Param("id")] // want "jwtsub/weak-evidence"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

func (s *server) member(c *gin.Context) {
	if !s.members[membership{c.Param("team"), c.GetString("user")}] {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// todo is not asked whether it is of the team.
func (s *server) todo(c *gin.Context) {
	t, ok := s.todos[c.Param("id")] // want "jwtsub/weak-evidence"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, t)
}

func (s *server) finish(c *gin.Context) {
	delete(s.todos, c.Param("id")) // want "jwtsub/weak-evidence"
	c.Status(http.StatusNoContent)
}
