// Package kataras verifies with kataras/jwt, which compares no issuer unless it
// is told to.
package kataras

import (
	"os"
	"time"

	"github.com/kataras/jwt"
)

type order struct {
	jwt.Claims
	Number string `json:"number"`
}

// Vulnerable lets tokens by any issuer in.
func Vulnerable(raw string) error {
	token, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw)) // want `without checking its issuer .*give Verify jwt.Expected\{Issuer: ...\} \(jwtiss/missing\)`
	if err != nil {
		return err
	}
	var out order
	return token.Claims(&out)
}

// Late looks at the time only.
func Late(key, raw []byte) (string, error) {
	token, err := jwt.Verify(jwt.HS256, key, raw, jwt.Leeway(time.Minute), jwt.NewBlocklist(time.Hour)) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}

// VulnerableEmpty expects nothing.
func VulnerableEmpty(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw), jwt.Expected{Issuer: ""}) // want `\(jwtiss/empty\)`
	return err
}

// verify leaves it to its callers.
func verify(key, raw []byte, more ...jwt.TokenValidator) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, key, raw, more...)
}

func Wrapped(key, raw []byte) (string, error) {
	token, err := verify(key, raw, jwt.Expected{Subject: "visitor"}) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}

func Keyed(keys jwt.Keys, raw []byte) (string, error) {
	var out order
	err := keys.VerifyToken(raw, &out) // want `\(jwtiss/missing\)`
	return out.Number, err
}
