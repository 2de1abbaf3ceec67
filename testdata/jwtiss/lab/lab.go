// Package lab has issuer checks for the attacks of the exploit lab. Their key
// is the caller's: the tokens are signed well, but by somebody else.
package lab

import (
	"errors"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

const login = "https://login.example"

var errIssuer = errors.New("unknown issuer")

var pin = jwt.WithValidMethods([]string{"HS256"})

// VulnerableTautology expects the issuer that the token names.
func VulnerableTautology(raw string, key []byte) error {
	var c v4.StandardClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil }) // want `\(jwtiss/tautology\)`
	if err != nil {
		return err
	}
	if !c.VerifyIssuer(c.Issuer, true) {
		return errIssuer
	}
	return nil
}

// VulnerableOptional lets tokens without an issuer pass.
func VulnerableOptional(raw string, key []byte) error {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil }) // want `\(jwtiss/optional\)`
	if err != nil {
		return err
	}
	if !c.VerifyIssuer(login, false) {
		return errIssuer
	}
	return nil
}

// VulnerableEmpty expects nothing.
func VulnerableEmpty(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin, jwt.WithIssuer("")) // want `\(jwtiss/empty\)`
	return err
}

// VulnerableMissing never asks.
func VulnerableMissing(raw string, key []byte) (string, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

// Corrected expects the login service.
func Corrected(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, pin, jwt.WithIssuer(login))
	return err
}

// CorrectedRequired asks for the claim as well, and knows whom to expect.
func CorrectedRequired(raw string, key []byte) error {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { return key, nil })
	if err != nil {
		return err
	}
	if !c.VerifyIssuer(login, true) {
		return errIssuer
	}
	return nil
}
