// Package dropped asks for tokens without asking whose they are. What the
// handlers behind it do about IDs is the middleware's fault.
package dropped

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

type parcel struct {
	ID          string `json:"id"`
	RecipientID string `json:"recipient_id"`
	Place       string `json:"place"`
}

type server struct {
	parser  *jwt.Parser
	key     []byte
	parcels map[string]*parcel
}

func (s *server) secret(*jwt.Token) (any, error) { return s.key, nil }

func header(c echo.Context) string {
	return strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer ")
}

// Handler is the whole application: two people, a parcel each.
func Handler(key []byte) http.Handler {
	s := &server{
		parser: jwt.NewParser(jwt.WithValidMethods([]string{"HS256"})),
		key:    key,
		parcels: map[string]*parcel{
			"x1": {"x1", "alice", "door"},
			"x2": {"x2", "bob", "neighbour"},
		},
	}
	e := echo.New()
	s.careless(e)
	s.careful(e)
	return e
}

func (s *server) find(id string) (*parcel, error) {
	p, ok := s.parcels[id]
	if !ok {
		return nil, echo.ErrNotFound
	}
	return p, nil
}
