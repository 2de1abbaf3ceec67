// Package workspace has pages in workspaces. Who may enter a workspace is
// checked once, and its ID goes on in the context.
package workspace

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type page struct {
	ID          string `json:"id"`
	WorkspaceID string `json:"workspace_id"`
	Text        string `json:"text"`
}

type member struct{ workspace, user string }

type server struct {
	members map[member]bool
	pages   map[string]*page
}

const (
	userKey      = "user_id"
	workspaceKey = "workspace"
)

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set(userKey, claims.Subject)
	}
}

// enter lets members in, and leaves where they are.
func (s *server) enter(c *gin.Context) {
	id := c.Param("workspace_id")
	if !s.members[member{id, c.GetString(userKey)}] {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Set(workspaceKey, id)
	c.Next()
}

// Handler is the whole application: alice is in blue, bob in red.
func Handler(key []byte) http.Handler {
	s := &server{
		members: map[member]bool{{"blue", "alice"}: true, {"red", "bob"}: true},
		pages:   map[string]*page{"p1": {"p1", "blue", "plan"}, "p2": {"p2", "red", "secret"}},
	}
	r := gin.New()
	r.Use(authenticate(key))
	w := r.Group("/workspaces/:workspace_id", s.enter)
	w.POST("/pages", s.write)
	w.GET("/pages/:id", s.show)
	w.PUT("/pages/:id", s.rewrite)
	w.DELETE("/pages/:id", s.remove)
	w.GET("/own/:id", s.showOwn)
	w.PUT("/own/:id", s.rewriteOwn)
	w.DELETE("/own/:id", s.removeOwn)
	return r
}

func (s *server) write(c *gin.Context) {
	p := &page{ID: c.Query("id"), WorkspaceID: c.GetString(workspaceKey), Text: c.Query("text")}
	s.pages[p.ID] = p
	c.JSON(http.StatusCreated, p)
}
