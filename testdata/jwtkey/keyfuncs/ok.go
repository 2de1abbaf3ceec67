package keyfuncs

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/ring"
)

// Environment returns what the operator has set.
func Environment(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("GUARD_KEY")), nil }, methods)
}

func EnvironmentElsewhere(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, ring.For([]byte(os.Getenv("GUARD_KEY"))), methods)
}
