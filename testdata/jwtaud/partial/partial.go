// Package partial compares the audience in ways that let tokens through.
package partial

import (
	"errors"
	"os"
	"slices"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

var errAudience = errors.New("not for us")

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Optional(raw string) (string, error) {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { // want `passes for tokens that have none.*\(jwtaud/optional\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return "", err
	}
	if !c.VerifyAudience("orders", false) {
		return "", errAudience
	}
	return c.Subject, nil
}

func OptionalMap(raw string) (any, error) {
	token, err := old.Parse(raw, func(*old.Token) (any, error) { // want `\(jwtaud/optional\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return nil, err
	}
	claims := token.Claims.(old.MapClaims)
	if !claims.VerifyAudience("orders", false) {
		return nil, errAudience
	}
	return claims["sub"], nil
}

func Tautology(raw string) (string, error) {
	var c v4.StandardClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { // want `read from the token itself.*\(jwtaud/tautology\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return "", err
	}
	if !c.VerifyAudience(c.Audience, true) {
		return "", errAudience
	}
	return c.Subject, nil
}

// The expected audience is that of the token, read before it is verified.
func Unverified(raw string) (*jwt.Token, error) {
	var peek keyring.Claims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return nil, err
	}
	return jwt.Parse(raw, key, jwt.WithAudience(peek.Audience...)) // want `\(jwtaud/tautology\)`
}

// Sure: the unverified audience picks an expectation of one's own.
func Picked(raw string, known []string) (*jwt.Token, error) {
	var peek keyring.Claims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return nil, err
	}
	i := slices.Index(known, peek.Issuer)
	if i < 0 {
		return nil, errAudience
	}
	return jwt.Parse(raw, key, jwt.WithAudience(known[i]))
}
