// Package dotted imports the library without a name.
package dotted

import (
	"os"

	. "github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

// Issue signs.
func Issue(claims MapClaims) (string, error) {
	return NewWithClaims(SigningMethodHS256, claims).SignedString(secret())
}

// Check verifies.
func Check(raw string) (*Token, error) {
	return Parse(raw, func(*Token) (any, error) { return secret(), nil }) // want `\(jwtalg/unpinned\)`
}
