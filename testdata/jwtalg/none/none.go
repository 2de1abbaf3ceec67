// Package none accepts or issues unsigned tokens.
package none

import (
	"errors"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

// Vulnerable admits unsigned tokens in a debug mode that everybody can ask for.
func Vulnerable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `admits unsigned tokens.*\(jwtalg/none\)`
		if t.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return secret(), nil
	})
}

// Corrected refuses all but one method.
func Corrected(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return secret(), nil },
		jwt.WithValidMethods([]string{"HS256"}))
}

// The list does not help when it names "none" itself.
func Listed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/none\)`
		return secret(), nil
	}, jwt.WithValidMethods([]string{"HS256", "none"}))
}

func Denied(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `only "none" is refused.*\(jwtalg/none\)`
		if t.Header["alg"] == "none" {
			return nil, errors.New("unsigned")
		}
		return secret(), nil
	})
}

func Folded(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/none\)`
		if strings.EqualFold(t.Method.Alg(), "none") {
			return nil, errors.New("unsigned")
		}
		return secret(), nil
	})
}

func Compared(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/none\)`
		if t.Method == jwt.SigningMethodNone {
			return nil, errors.New("unsigned")
		}
		return secret(), nil
	})
}

func Issue() (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": "guest"}) // want `without a signature.*\(jwtalg/none\)`
	return t.SignedString(jwt.UnsafeAllowNoneSignatureType)
}

// A deny-list beside an allow-list is harmless.
func Both(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() == "none" {
			return nil, errors.New("unsigned")
		}
		return secret(), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}
