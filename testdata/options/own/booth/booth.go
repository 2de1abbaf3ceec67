// Package booth sells tickets. Its middleware leaves the caller nowhere but in
// a map of the package's own, by request; vet and booth agree on the word Face.
//
// The wants are those with -jwtsub.identities=Face.
package booth

import (
	"log"
	"net/http"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Ticket is somebody's.
type Ticket struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type booth struct {
	mu      sync.Mutex
	tickets map[string]Ticket
	faces   sync.Map // Of who asks, by the *http.Request.
	seats   map[*http.Request]string
}

// door remembers the face in a field of the booth's.
func (b *booth) door(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var who jwt.RegisteredClaims
		if !verified(c, key, &who) {
			return
		}
		b.faces.Store(c.Request, who.Subject)
		defer b.faces.Delete(c.Request)
		c.Next()
	}
}

// sideDoor remembers it in a plain map.
func (b *booth) sideDoor(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var who jwt.RegisteredClaims
		if !verified(c, key, &who) {
			return
		}
		b.mu.Lock()
		b.seats[c.Request] = who.Subject
		b.mu.Unlock()
		c.Next()
	}
}

// backDoor forgets it.
func (b *booth) backDoor(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var who jwt.RegisteredClaims
		if !verified(c, key, &who) { // want "jwtsub/no-identity"
			return
		}
		log.Printf("%s comes in", who.Subject)
		c.Next()
	}
}

func verified(c *gin.Context, key []byte, into jwt.Claims) bool {
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), into,
		func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
	return err == nil
}

// Face is who the caller is.
func (b *booth) Face(c *gin.Context) string {
	if face, ok := b.faces.Load(c.Request); ok {
		return face.(string)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.seats[c.Request]
}

// Handler is the whole application: two people, a ticket each.
func Handler(key []byte) http.Handler {
	b := &booth{
		tickets: map[string]Ticket{"t1": {ID: "t1", OwnerID: "alice"}, "t2": {ID: "t2", OwnerID: "bob"}},
		seats:   map[*http.Request]string{},
	}
	r := gin.New()
	r.DELETE("/tickets/:id", b.door(key), b.tear)
	r.DELETE("/seats/:id", b.sideDoor(key), b.leave)
	r.DELETE("/back/:id", b.backDoor(key), b.drop)
	r.DELETE("/my/tickets/:id", b.door(key), b.tearOwn)
	return r
}

// tear tears any ticket up.
func (b *booth) tear(c *gin.Context) {
	b.delete(c.Param("id")) // want "jwtsub/unchecked-write"
	log.Printf("%s tears", b.Face(c))
}

// leave tears any ticket up.
func (b *booth) leave(c *gin.Context) {
	b.delete(c.Param("id")) // want "jwtsub/unchecked-write"
}

// drop cannot know who asks.
func (b *booth) drop(c *gin.Context) {
	b.delete(c.Param("id"))
}

// tearOwn compares the Face.
func (b *booth) tearOwn(c *gin.Context) {
	id := c.Param("id")
	if b.tickets[id].OwnerID != b.Face(c) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	b.delete(id)
}

func (b *booth) delete(id string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.tickets, id)
}
