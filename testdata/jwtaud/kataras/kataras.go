// Package kataras verifies with kataras/jwt, which compares no audience unless it
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

// Vulnerable lets tokens for any audience in.
func Vulnerable(raw string) error {
	token, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw)) // want `without checking its audience .*give Verify jwt.Expected\{Audience: ...\} \(jwtaud/missing\)`
	if err != nil {
		return err
	}
	var out order
	return token.Claims(&out)
}

// Late looks at the time only.
func Late(key, raw []byte) (string, error) {
	token, err := jwt.Verify(jwt.HS256, key, raw, jwt.Leeway(time.Minute), jwt.NewBlocklist(time.Hour)) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}

// VulnerableEmpty expects nothing.
func VulnerableEmpty(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw), jwt.Expected{Audience: jwt.Audience{}}) // want `\(jwtaud/empty\)`
	return err
}

// verify leaves it to its callers.
func verify(key, raw []byte, more ...jwt.TokenValidator) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, key, raw, more...)
}

func Wrapped(key, raw []byte) (string, error) {
	token, err := verify(key, raw, jwt.Expected{Subject: "visitor"}) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}

func Keyed(keys jwt.Keys, raw []byte) (string, error) {
	var out order
	err := keys.VerifyToken(raw, &out) // want `\(jwtaud/missing\)`
	return out.Number, err
}
