// Package notacheck looks at the method without refusing any.
package notacheck

import (
	"errors"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func Logged(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		log.Printf("token with %s", t.Method.Alg())
		return secret(), nil
	})
}

func LoggedMismatch(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		if t.Method.Alg() != "HS256" {
			log.Print("unexpected method")
		}
		return secret(), nil
	})
}

func Ignored(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		_, _ = t.Method.(*jwt.SigningMethodHMAC)
		return secret(), nil
	})
}

// A token without kid never meets the test.
func OneBranch(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		if _, ok := t.Header["kid"]; ok {
			if t.Method.Alg() != "HS256" {
				return nil, errors.New("unexpected method")
			}
		}
		return secret(), nil
	})
}

func warn(t *jwt.Token) {
	if t.Method.Alg() != "HS256" {
		log.Print("unexpected method")
	}
}

func HelperWithoutResult(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		warn(t)
		return secret(), nil
	})
}

func check(t *jwt.Token) error {
	if t.Method.Alg() != "HS256" {
		return errors.New("unexpected method")
	}
	return nil
}

func DroppedError(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		_ = check(t)
		return secret(), nil
	})
}
