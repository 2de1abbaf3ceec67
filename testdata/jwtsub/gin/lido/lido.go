// Package lido lets so many visitors in a minute through, by who they are if
// that is known, and rents cabins.
package lido

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Lido has records that belong to somebody.
type Lido struct {
	db   *sql.DB
	key  []byte
	seen map[string]int
}

// full counts a visit.
func (l *Lido) full(visitor string) bool {
	l.seen[visitor]++
	return l.seen[visitor] > 100
}

// visitor is who comes in, or where from.
func visitor(c *gin.Context) string {
	if guest, ok := c.Get("guest_id"); ok {
		if name, ok := guest.(string); ok && name != "" {
			return "guest " + name
		}
	}
	return "address " + c.ClientIP()
}

// Turnstile lets nobody through too often, whoever it is.
func (l *Lido) Turnstile(c *gin.Context) {
	if l.full(visitor(c)) {
		c.AbortWithStatus(http.StatusTooManyRequests)
		return
	}
	c.Next()
}

// Barrier does the same in one piece.
func (l *Lido) Barrier() gin.HandlerFunc {
	return func(c *gin.Context) {
		var who string
		if guest, ok := c.Get("guest_id"); ok {
			who = guest.(string)
		} else {
			who = c.ClientIP()
		}
		if l.full(who) {
			c.AbortWithStatus(http.StatusTooManyRequests)
			return
		}
		c.Next()
	}
}

// Gate counts by name only: who has none stays outside.
func (l *Lido) Gate(c *gin.Context) {
	guest, ok := c.Get("guest_id")
	if !ok {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if l.full(guest.(string)) {
		c.AbortWithStatus(http.StatusTooManyRequests)
		return
	}
	c.Next()
}

// Known says who comes.
func (l *Lido) Known(c *gin.Context) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
		func(*jwt.Token) (any, error) { return l.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("guest_id", claims.Subject)
	c.Next()
}

// Vacate empties the cabin of whoever the path names.
func (l *Lido) Vacate(c *gin.Context) {
	if _, err := l.db.ExecContext(c, "DELETE FROM cabins WHERE user_id = ?", c.Param("userID")); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusInternalServerError)
	}
}

// Evict is the same behind the gate.
func (l *Lido) Evict(c *gin.Context) {
	if _, err := l.db.ExecContext(c, "DELETE FROM chairs WHERE user_id = ?", c.Param("userID")); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusInternalServerError)
	}
}

// Sweep is behind no token.
func (l *Lido) Sweep(c *gin.Context) {
	if _, err := l.db.ExecContext(c, "DELETE FROM towels WHERE user_id = ?", c.Param("userID")); err != nil {
		c.Status(http.StatusInternalServerError)
	}
}

// Routes: nothing is said about those that no token guards.
func Routes(l *Lido) *gin.Engine {
	r := gin.New()
	r.DELETE("/sweep/:userID", l.Turnstile, l.Sweep)
	r.DELETE("/barrier/:userID", l.Barrier(), l.Sweep)
	r.DELETE("/gate/:userID", l.Gate, l.Evict)
	r.DELETE("/cabins/:userID", l.Turnstile, l.Known, l.Vacate)
	return r
}
