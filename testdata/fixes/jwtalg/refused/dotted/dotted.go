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

// The option's name is taken.
func taken(raw string, WithValidMethods []string) (*Token, error) {
	return Parse(raw+WithValidMethods[0], func(*Token) (any, error) { return secret(), nil }) // want `\(jwtalg/unpinned\)`
}
