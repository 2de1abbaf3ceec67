// Package from keeps bookmarks, on Gin: an ID is in the query or in the body.
//
// The wants are those with -jwtsub.from=path,query,body. Without, nothing is
// reported.
package from

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

var (
	errNone  = errors.New("no such bookmark")
	errOther = errors.New("somebody else's bookmark")
)

// Bookmark is somebody's.
type Bookmark struct {
	ID     string `json:"id"`
	UserID string `json:"user_id"`
	URL    string `json:"url"`
}

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var who claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &who,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("user", who.Subject)
		c.Set("role", who.Role)
		c.Next()
	}
}

type shelf struct {
	mu        sync.Mutex
	bookmarks map[string]Bookmark
	topics    map[string]string
}

// Handler is the whole application: two people, a bookmark each.
func Handler(key []byte) http.Handler {
	s := &shelf{
		bookmarks: map[string]Bookmark{
			"b1": {ID: "b1", UserID: "alice", URL: "https://tea.example"},
			"b2": {ID: "b2", UserID: "bob", URL: "https://diary.example"},
		},
		topics: map[string]string{"tea": "all about tea"},
	}
	r := gin.New()
	signedIn := r.Group("", authenticate(key))
	signedIn.GET("/bookmarks", s.list)
	signedIn.POST("/bookmarks", s.add)
	s.careless(signedIn)
	s.careful(signedIn.Group("/my"))
	return r
}

// list takes how many from the query, and whose from the token.
func (s *shelf) list(c *gin.Context) {
	own := s.of(c.GetString("user"))
	if limit, err := strconv.Atoi(c.DefaultQuery("limit", "50")); err == nil && limit >= 0 && limit < len(own) {
		own = own[:limit]
	}
	c.JSON(http.StatusOK, own)
}

// add numbers the bookmark itself, whatever the body says, and it is the caller's.
func (s *shelf) add(c *gin.Context) {
	var b Bookmark
	if err := c.ShouldBindJSON(&b); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	b.ID = "b" + strconv.Itoa(len(s.bookmarks)+1)
	b.UserID = c.GetString("user")
	s.bookmarks[b.ID] = b
	c.JSON(http.StatusCreated, b)
}

func (s *shelf) of(user string) []Bookmark {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []Bookmark{}
	for _, b := range s.bookmarks {
		if b.UserID == user {
			found = append(found, b)
		}
	}
	return found
}

func (s *shelf) find(id string) (Bookmark, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.bookmarks[id]
	if !ok {
		return b, errNone
	}
	return b, nil
}

// point writes into any bookmark.
func (s *shelf) point(id, url string) error {
	b, err := s.find(id)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	b.URL = url
	s.bookmarks[id] = b
	return nil
}

// pointOf writes into a bookmark of this user's.
func (s *shelf) pointOf(user, id, url string) error {
	if err := s.belongs(id, user); err != nil {
		return err
	}
	return s.point(id, url)
}

func (s *shelf) belongs(id, user string) error {
	b, err := s.find(id)
	if err != nil {
		return err
	}
	if b.UserID != user {
		return errOther
	}
	return nil
}

func (s *shelf) delete(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.bookmarks, id)
}
