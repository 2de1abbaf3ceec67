package confusable

import (
	"crypto/rsa"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var errKind = errors.New("unexpected kind of token")

// VulnerableOpen admits both kinds for a key that may be anything.
func VulnerableOpen(raw string, keys map[string]any) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `the tests admit HS256 with RS256 for one key \(the token chooses which kind it is\); return each kind for its own method \(jwtalg/confusable\)`
		if t.Method.Alg() != "RS256" && t.Method.Alg() != "HS256" {
			return nil, errKind
		}
		kid, _ := t.Header["kid"].(string)
		return keys[kid], nil
	})
}

// Narrowed is silent: a key serves its own kind of method only.
func Narrowed(raw string, keys map[string]any) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		switch t.Method.Alg() {
		case "RS256":
			public, ok := keys[kid].(*rsa.PublicKey)
			if !ok {
				return nil, errKind
			}
			return public, nil
		case "HS256":
			secret, ok := keys[kid].([]byte)
			if !ok {
				return nil, errKind
			}
			return secret, nil
		}
		return nil, errKind
	})
}
