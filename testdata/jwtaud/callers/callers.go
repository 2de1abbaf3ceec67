// Package callers gets its claims from a function of another package.
package callers

import (
	"errors"
	"log"
	"slices"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtaud/counter"
)

var errAudience = errors.New("not for us")

var pin = jwt.WithValidMethods([]string{"HS256"})

func NoOptions(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithIssuedAt()) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

func EmptyOption(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithAllAudiences()) // want `\(jwtaud/empty\)`
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

// The mismatch is only worth a line in the log.
func Shrugged(raw string) (string, error) {
	c, err := counter.With(raw, pin) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	if !slices.Contains(c.Audience, "orders") {
		log.Print("token with audience ", c.Audience)
	}
	return c.Subject, nil
}

// VulnerableItself expects the token's own audience, which always fits.
func VulnerableItself(raw string) error {
	var peek jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return err
	}
	if len(peek.Audience) == 0 {
		return errAudience
	}
	_, err := jwt.Parse(raw, counter.Key, pin, jwt.WithAudience(peek.Audience[0])) // want `\(jwtaud/tautology\)`
	return err
}
