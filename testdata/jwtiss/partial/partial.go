// Package partial compares the issuer in ways that let tokens through.
package partial

import (
	"errors"
	"os"

	form3 "github.com/form3tech-oss/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

var errIssuer = errors.New("unknown issuer")

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Optional(raw string) (string, error) {
	var c v4.RegisteredClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { // want `passes for tokens that have none.*\(jwtiss/optional\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return "", err
	}
	if !c.VerifyIssuer("https://login.example", false) {
		return "", errIssuer
	}
	return c.Subject, nil
}

func OptionalFork(raw string) (any, error) {
	token, err := form3.Parse(raw, func(*form3.Token) (any, error) { // want `\(jwtiss/optional\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return nil, err
	}
	claims := token.Claims.(form3.MapClaims)
	if !claims.VerifyIssuer("https://login.example", false) {
		return nil, errIssuer
	}
	return claims["sub"], nil
}

func Tautology(raw string) (string, error) {
	var c v4.StandardClaims
	_, err := v4.ParseWithClaims(raw, &c, func(*v4.Token) (any, error) { // want `read from the token itself.*\(jwtiss/tautology\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	})
	if err != nil {
		return "", err
	}
	if !c.VerifyIssuer(c.Issuer, true) {
		return "", errIssuer
	}
	return c.Subject, nil
}

// The expected issuer is that of the token, read before it is verified.
func Unverified(raw string) (*jwt.Token, error) {
	var peek keyring.Claims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peek); err != nil {
		return nil, err
	}
	return jwt.Parse(raw, key, jwt.WithIssuer(peek.Issuer)) // want `\(jwtiss/tautology\)`
}
