// Package dropped verifies tokens in front of people's letters, and mostly
// keeps to itself whose token it was.
package dropped

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

type letter struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Text    string `json:"text"`
}

type server struct {
	key     []byte
	letters map[string]*letter
}

func (s *server) keyOf(*jwt.Token) (any, error) { return s.key, nil }

var only = jwt.WithValidMethods([]string{"HS256"})

func bearer(c *fiber.Ctx) string { return strings.TrimPrefix(c.Get("Authorization"), "Bearer ") }

func (s *server) find(id string) (*letter, error) {
	if l, ok := s.letters[id]; ok {
		return l, nil
	}
	return nil, fiber.ErrNotFound
}

// App is the whole application: two people, a letter each.
func App(key []byte) *fiber.App {
	s := &server{key: key, letters: map[string]*letter{
		"l1": {"l1", "alice", "dear alice"},
		"l2": {"l2", "bob", "dear bob"},
	}}
	app := fiber.New(fiber.Config{Immutable: true})
	s.careless(app)
	s.careful(app)
	return app
}
