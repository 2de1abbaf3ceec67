// Package cabinet keeps papers, and has more ways to ask whose they are.
package cabinet

import (
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/gin/cabinet/access"
)

type paper struct {
	ID      string   `json:"id"`
	OwnerID string   `json:"owner_id"`
	Readers []string `json:"readers"`
	Text    string   `json:"text"`
	Sheets  []string `json:"sheets"`
}

// copier is somewhere else; nobody here knows what it does.
type copier interface {
	Copy(clerk, paper string) error
	Burn(paper string) error
}

type cache struct{ made map[string]string }

func (c *cache) forget(id string) { delete(c.made, id) }

type server struct {
	key    []byte
	papers map[string]*paper
	copier copier
	cache  *cache
	rooms  map[string]*room
}

// room is where people talk about a paper.
type room struct {
	present []string
	said    []string
}

func (r *room) join(clerk string) []string {
	r.present = append(r.present, clerk)
	return r.said
}

type claims struct {
	Role  string `json:"role"`
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var mine claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("claims", &mine)
		c.Request = c.Request.WithContext(access.With(c.Request.Context(), mine.Subject))
	}
}

func claimsOf(c *gin.Context) *claims { return c.MustGet("claims").(*claims) }

func clerk(c *gin.Context) string { return claimsOf(c).Subject }

// mint makes a token for the reading room.
func (s *server) mint(clerk string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: clerk, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(s.key)
}

// Handler is the whole application, with a copier of somebody's.
func Handler(key []byte, copier copier) http.Handler {
	s := &server{
		key: key,
		papers: map[string]*paper{
			"p1": {ID: "p1", OwnerID: "alice", Text: "rent"},
			"p2": {ID: "p2", OwnerID: "bob", Text: "a will", Readers: []string{"bob", "carol"}},
		},
		copier: copier,
		cache:  &cache{map[string]string{}},
		rooms:  map[string]*room{"p2": {said: []string{"who gets the house?"}}},
	}
	r := gin.New()
	r.Use(authenticate(key))
	r.GET("/papers", s.list)
	r.POST("/papers", s.file)
	r.PUT("/papers/:id", s.edit)
	r.PATCH("/papers/:id", s.amend)
	r.DELETE("/papers/:id", s.burn)
	r.GET("/papers/:id/room", s.join)
	r.POST("/papers/:id/note", s.note)
	r.GET("/papers/:id/ticket", s.ticket)

	own := r.Group("/own")
	own.GET("/papers/:id", s.read)
	own.GET("/papers/:id/either", s.either)
	own.PUT("/papers/:id", s.editOwn)
	own.PATCH("/papers/:id", s.amendOwn)
	own.POST("/papers/:id/copy", s.copyOwn)
	own.POST("/papers/:id/stamp", s.stamp)
	own.POST("/papers/:id/sheets", s.add)
	own.GET("/papers/:id/ticket", s.ticketOwn)
	own.DELETE("/papers/:id/cache", s.refresh)
	own.GET("/clerks/:clerk_id/papers", s.of)
	found := own.Group("/found/:id", s.find, s.mine)
	found.GET("", s.show)
	found.DELETE("", s.remove)
	return r
}

func (s *server) by(owner string) []*paper {
	all := []*paper{}
	for _, p := range s.papers {
		if p.OwnerID == owner {
			all = append(all, p)
		}
	}
	return all
}

func (s *server) list(c *gin.Context) { c.JSON(http.StatusOK, s.by(clerk(c))) }

func (s *server) file(c *gin.Context) {
	p := &paper{ID: c.Query("id"), OwnerID: clerk(c), Text: c.Query("text")}
	s.papers[p.ID] = p
	c.JSON(http.StatusCreated, p)
}

func done(c *gin.Context, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}
