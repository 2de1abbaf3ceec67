// Package notes keeps notes in memory. Routes and handlers are one package,
// so a finding stands where the ID is read.
package notes

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	notes   *store
	people  map[string]person
	editor  editor
	trash   trash
	bin     bin
	archive archive
}

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type userKey struct{}

// authenticate lets in whoever has a token, and tells the handlers who it is.
func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		raw, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
		if !ok {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		var mine claims
		_, err := jwt.ParseWithClaims(raw, &mine, func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("user", mine.Subject)
		c.Set("role", mine.Role)
		c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), userKey{}, mine.Subject))
		c.Next()
	}
}

func requireRole(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetString("role") != role {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Handler is the whole application: two people, a note each.
func Handler(key []byte) http.Handler {
	notes := &store{notes: map[string]note{
		"n-alice": {ID: "n-alice", OwnerID: "alice", Text: "milk, eggs"},
		"n-bob":   {ID: "n-bob", OwnerID: "bob", Text: "bob's diary"},
	}}
	s := &server{
		notes: notes,
		people: map[string]person{
			"alice": {ID: "alice", NoteIDs: []string{"n-alice"}, Settings: "dark"},
			"bob":   {ID: "bob", NoteIDs: []string{"n-bob"}, Settings: "large print"},
		},
		editor:  editor{notes},
		trash:   shredder{notes},
		bin:     shredder{notes},
		archive: shredder{notes},
	}
	r := gin.New()
	signedIn := r.Group("", authenticate(key))
	signedIn.GET("/notes", s.list)
	signedIn.POST("/notes", s.create)
	s.careless(signedIn)
	s.careful(signedIn)
	return r
}

func (s *server) careless(r *gin.RouterGroup) {
	r.GET("/notes/:id", s.show)
	r.PUT("/notes/:id", s.update)
	r.DELETE("/notes/:id", s.remove)
	r.PATCH("/notes/:id", s.patch)
	r.PUT("/notes/:id/text", s.retype)
	r.DELETE("/notes/:id/text", func(c *gin.Context) {
		s.notes.update(c.Param("id"), "") // want "jwtsub/unchecked-write"
		c.Status(http.StatusNoContent)
	})
	r.GET("/notes/:id/raw", s.raw)
	r.GET("/notes/:id/export", export(s.notes))
	r.POST("/notes/:id/clear", logged(s.clear))
	r.POST("/notes/:id/edit", s.edit)
	r.POST("/notes/:id/reset", s.withUser(s.reset))
	r.DELETE("/notes/:id/forever", s.shred)
	r.POST("/notes/:id/members-only", requireRole("user"), s.blank)
	r.GET("/users/:user_id/notes", s.notesOf)
	r.DELETE("/users/:user_id/notes", s.forget)

	r.GET("/notes/:id/preview", s.preview)
	r.GET("/notes/:id/card", s.card)
	r.GET("/notes/:id/owner", s.owner)
	r.DELETE("/notes/:id/now", s.removeNow)
	r.DELETE("/notes/:id/late", s.removeLate)
}

func (s *server) careful(r *gin.RouterGroup) {
	my := r.Group("/my")
	my.GET("/users/:id/settings", s.settings)
	my.GET("/notes/:id", s.showOwn)
	my.PUT("/notes/:id", s.updateOwn)
	my.DELETE("/notes/:id", s.removeOwn)
	my.PATCH("/notes/:id", s.patchOwn)
	my.GET("/notes/:id/text", s.textOwn)
	my.PUT("/notes/:id/text", s.retypeOwn)
	my.GET("/notes/:id/card", s.cardOwn)
	my.POST("/notes/:id/reset", s.withUser(s.resetOwn))
	my.DELETE("/notes/:id/forever", s.shredOwn)
	my.POST("/notes/:id/restore", s.restore)
	my.POST("/notes/:id/lock", s.lock)
	my.GET("/notes/:id/history", s.history)
	my.GET("/notes/:id/listed", s.listed)
	my.GET("/notes/:id/searched", s.searched)
	my.POST("/notes/:id/ping", ping)

	owned := r.Group("/owned", s.ownNote)
	owned.GET("/notes/:id", s.showChecked)
	owned.DELETE("/notes/:id", s.removeChecked)
	r.GET("/shared/:note", s.owns("note"), s.showShared)

	admin := r.Group("/admin", requireRole("admin"))
	admin.GET("/notes/:id", s.showAny)
	admin.DELETE("/notes/:id", s.removeAny)
}

func (s *server) list(c *gin.Context) {
	c.JSON(http.StatusOK, s.notes.byOwner(c.GetString("user")))
}

func (s *server) create(c *gin.Context) {
	var n note
	if err := c.ShouldBindJSON(&n); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	n.OwnerID = c.GetString("user")
	s.notes.save(n)
	c.JSON(http.StatusCreated, n)
}
