// Package lab has audience checks for the attacks of the exploit lab. Their
// key is the caller's: the tokens are signed well, but for somebody else.
package lab

import (
	"errors"
	"slices"

	preview "github.com/dgrijalva/jwt-go/v4"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var errAudience = errors.New("not for us")

var pin = jwt.WithValidMethods([]string{"HS256"})

// VulnerableTautology expects the audience that the token names.
func VulnerableTautology(raw string, key []byte) error {
	var c v4.StandardClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil }) // want `\(jwtaud/tautology\)`
	if err != nil {
		return err
	}
	if !c.VerifyAudience(c.Audience, true) {
		return errAudience
	}
	return nil
}

// VulnerableOptional lets tokens without an audience pass.
func VulnerableOptional(raw string, key []byte) error {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil }) // want `\(jwtaud/optional\)`
	if err != nil {
		return err
	}
	if !c.VerifyAudience("orders", false) {
		return errAudience
	}
	return nil
}

// VulnerablePreview does so by an option.
func VulnerablePreview(raw string, key []byte) error {
	_, err := preview.Parse(raw, func(*preview.Token) (any, error) { return key, nil }, // want `\(jwtaud/optional\)`
		preview.WithAudience("orders"))
	return err
}

// VulnerableEmpty expects nothing.
func VulnerableEmpty(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin, jwt.WithAudience()) // want `\(jwtaud/empty\)`
	return err
}

// VulnerableMissing never asks.
func VulnerableMissing(raw string, key []byte) (string, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

// Corrected expects its own name.
func Corrected(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin, jwt.WithAudience("orders"))
	return err
}

// CorrectedRequired asks for the claim as well, and has a name of its own.
func CorrectedRequired(raw string, key []byte) error {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil })
	if err != nil {
		return err
	}
	if !c.VerifyAudience("orders", true) {
		return errAudience
	}
	return nil
}

// CorrectedPreview looks for its name itself: the option only looks at tokens
// that name somebody.
func CorrectedPreview(raw string, key []byte) error {
	var c preview.StandardClaims
	_, err := preview.ParseWithClaims(raw, &c, func(*preview.Token) (any, error) { return key, nil },
		preview.WithAudience("orders"))
	if err != nil {
		return err
	}
	if !slices.Contains(c.Audience, "orders") {
		return errAudience
	}
	return nil
}
