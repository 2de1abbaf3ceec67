// Package vet has words of its own: a Face is who the caller is, and a Look
// tells whether that one may. Neither can be told from the code that calls it.
package vet

import (
	"net/http"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Ledger tells whose a meter is. It may be far away.
type Ledger interface {
	Entry(face, meter string) bool
}

type visit struct {
	face   string
	ledger Ledger
}

var visits sync.Map // Of a visit by its *http.Request.

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

// Door lets in whoever has a token, and remembers the face.
func Door(key []byte, ledger Ledger) gin.HandlerFunc {
	return func(c *gin.Context) {
		var who claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &who,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		visits.Store(c.Request, visit{face: who.Subject, ledger: ledger})
		defer visits.Delete(c.Request)
		c.Set("role", who.Role)
		c.Set("who", who.Subject) // For the log of requests alone.
		c.Next()
	}
}

func at(c *gin.Context) (visit, bool) {
	v, _ := visits.Load(c.Request)
	found, ok := v.(visit)
	return found, ok
}

// Face is who the caller is.
func Face(c *gin.Context) string {
	v, _ := at(c)
	return v.face
}

// Look tells whether the caller may.
func Look(c *gin.Context, id string) bool {
	v, ok := at(c)
	return ok && v.ledger.Entry(v.face, id)
}
