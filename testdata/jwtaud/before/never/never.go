// Package never compares the audience of another token, or none.
package never

import (
	"errors"
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
)

var secret = []byte(os.Getenv("DESK_KEY"))

func signed(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return secret, nil }, jwt.WithValidMethods([]string{"HS256"})) // want `\(jwtaud/missing\)`
	return err
}

// Vulnerable reads who it is before the signature is looked at, and never asks
// for whom the token is.
func Vulnerable(raw string) (string, error) {
	var peek jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return "", err
	}
	if err := signed(raw); err != nil {
		return "", err
	}
	return peek.Subject, nil
}

// ours is about other tokens, which it does not verify.
func ours(raw string) error {
	var peek jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return err
	}
	if !slices.Contains(peek.Audience, "orders") {
		return errors.New("not for us")
	}
	return nil
}
