// Package jwtiss is what -strict adds: options that may be empty or absent,
// and checks out of view.
package jwtiss

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Configured(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithIssuer(os.Getenv("ISSUER"))) // want `may be empty.*\(jwtiss/empty\)`
}

func Conditional(raw, issuer string) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	if issuer != "" {
		opts = append(opts, jwt.WithIssuer(issuer))
	}
	return jwt.Parse(raw, key, opts...) // want `only enforced when it is configured.*\(jwtiss/empty\)`
}

// Policy decides out of view.
type Policy interface{ Allow(c *keyring.Claims) error }

func Unseen(raw string, p Policy) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil { // want `\(jwtiss/unseen\)`
		return "", err
	}
	if err := p.Allow(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}
