// Package dropped verifies tokens and forgets whose they are: the handlers
// could not check if they wanted to, so the finding is the middleware's.
package dropped

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type invoice struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Total   string `json:"total"`
}

type server struct {
	key      []byte
	invoices map[string]*invoice
}

var pin = jwt.WithValidMethods([]string{"HS256"})

func (s *server) hmac(*jwt.Token) (any, error) { return s.key, nil }

func bearer(c *gin.Context) string {
	return strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
}

// Handler is the whole application: two people, an invoice each.
func Handler(key []byte) http.Handler {
	s := &server{key, map[string]*invoice{"i1": {"i1", "alice", "5.00"}, "i2": {"i2", "bob", "70.00"}}}
	r := gin.New()
	s.careless(r)
	s.careful(r)
	return r
}
