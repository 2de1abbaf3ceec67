// Package jwtaud is what -strict adds: options that may be empty or absent,
// and checks out of view.
package jwtaud

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Configured(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience(os.Getenv("AUDIENCE"))) // want `may be empty.*\(jwtaud/empty\)`
}

func Conditional(raw, audience string) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	if audience != "" {
		opts = append(opts, jwt.WithAudience(audience))
	}
	return jwt.Parse(raw, key, opts...) // want `only enforced when it is configured.*\(jwtaud/empty\)`
}

// Policy decides out of view.
type Policy interface{ Allow(c *keyring.Claims) error }

func Unseen(raw string, p Policy) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil { // want `\(jwtaud/unseen\)`
		return "", err
	}
	if err := p.Allow(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}
