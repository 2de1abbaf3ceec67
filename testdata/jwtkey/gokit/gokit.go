// Package gokit gives go-kit keys that stand in the source.
package gokit

import (
	"os"

	"github.com/go-kit/kit/auth/jwt"
	"github.com/go-kit/kit/endpoint"
	gojwt "github.com/golang-jwt/jwt/v4"
)

// Vulnerable returns the secret from the keyfunc.
func Vulnerable() endpoint.Middleware {
	key := func(*gojwt.Token) (any, error) { return []byte("hunter2"), nil } // want `\(jwtkey/hardcoded\)`
	return jwt.NewParser(key, gojwt.SigningMethodHS256, jwt.MapClaimsFactory)
}

// Signer signs with a text of the source.
func Signer() endpoint.Middleware {
	return jwt.NewSigner("k", []byte("the signer's"), gojwt.SigningMethodHS256, gojwt.MapClaims{}) // want `\(jwtkey/hardcoded\)`
}

// Corrected reads it from the environment.
func Corrected() endpoint.Middleware {
	key := func(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }
	return jwt.NewParser(key, gojwt.SigningMethodHS256, jwt.MapClaimsFactory)
}
