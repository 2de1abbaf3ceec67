// Package callers gets its claims from a function of another package.
package callers

import (
	"errors"
	"log"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtiss/counter"
)

var errIssuer = errors.New("unknown issuer")

var pin = jwt.WithValidMethods([]string{"HS256"})

func NoOptions(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithIssuedAt()) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

func EmptyOption(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithIssuer("")) // want `\(jwtiss/empty\)`
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

// The mismatch is only worth a line in the log.
func Shrugged(raw string) (string, error) {
	c, err := counter.With(raw, pin) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	if c.Issuer != "https://login.example" {
		log.Print("token with issuer ", c.Issuer)
	}
	return c.Subject, nil
}

// VulnerableItself expects the token's own issuer, which always fits.
func VulnerableItself(raw string) error {
	var peek jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return err
	}
	if peek.Issuer == "" {
		return errIssuer
	}
	_, err := jwt.Parse(raw, counter.Key, pin, jwt.WithIssuer(peek.Issuer)) // want `\(jwtiss/tautology\)`
	return err
}
