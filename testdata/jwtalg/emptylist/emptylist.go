// Package emptylist gives a list of methods that the library takes for "any".
package emptylist

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func loose(*jwt.Token) (any, error) { return []byte(os.Getenv("SESSION_KEY")), nil }

var methods []string

// Vulnerable passes a list that nothing fills.
func Vulnerable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods(methods)) // want `\(jwtalg/empty-list\)`
}

func Nil(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods(nil)) // want `\(jwtalg/empty-list\)`
}

// Corrected lists the method in use.
func Corrected(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods([]string{"HS256"}))
}

// An empty list that is not nil refuses every token.
func Refuses(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods([]string{}))
}
