// Package gokit gives go-kit's parser the method of unsigned tokens.
package gokit

import (
	"os"

	"github.com/go-kit/kit/auth/jwt"
	"github.com/go-kit/kit/endpoint"
	gojwt "github.com/golang-jwt/jwt/v4"
)

func secret(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable takes unsigned tokens.
func Vulnerable() endpoint.Middleware {
	key := func(*gojwt.Token) (any, error) { return gojwt.UnsafeAllowNoneSignatureType, nil }
	return jwt.NewParser(key, gojwt.SigningMethodNone, jwt.MapClaimsFactory) // want `\(jwtalg/none\)`
}

// Corrected takes HS256.
func Corrected() endpoint.Middleware {
	return jwt.NewParser(secret, gojwt.SigningMethodHS256, jwt.MapClaimsFactory)
}
