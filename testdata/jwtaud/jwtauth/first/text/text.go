// Package text verifies tokens that do not come through a middleware.
package text

import (
	"errors"
	"os"
	"slices"

	"github.com/go-chi/jwtauth"
)

var tokens = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)

// VulnerableText verifies a text.
func VulnerableText(raw string) (string, error) {
	token, err := tokens.Decode(raw) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// CorrectedText compares.
func CorrectedText(raw string) (string, error) {
	token, err := jwtauth.VerifyToken(tokens, raw)
	if err != nil {
		return "", err
	}
	if !slices.Contains(token.Audience(), "orders") {
		return "", errors.New("not for us")
	}
	return token.Subject(), nil
}
