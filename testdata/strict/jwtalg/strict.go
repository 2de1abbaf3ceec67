// Package jwtalg is what -strict says of things out of view.
package jwtalg

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func loose(*jwt.Token) (any, error) { return []byte(os.Getenv("SESSION_KEY")), nil }

// Settings come from out of view.
type Settings interface{ ParserOptions() []jwt.ParserOption }

func Unseen(raw string, s Settings) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, s.ParserOptions()...) // want `\(jwtalg/unseen\)`
}

func FromMap(raw string, byTenant map[string]jwt.Keyfunc) (*jwt.Token, error) {
	return jwt.Parse(raw, byTenant["main"]) // want `\(jwtalg/unseen\)`
}
