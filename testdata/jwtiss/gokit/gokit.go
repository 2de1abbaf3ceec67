// Package gokit guards endpoints with go-kit's parser, which checks no
// issuer.
package gokit

import (
	"context"
	"os"

	"github.com/go-kit/kit/auth/jwt"
	"github.com/go-kit/kit/endpoint"
	gojwt "github.com/golang-jwt/jwt/v4"
)

func secret(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable lets tokens of any issuer in.
func Vulnerable(next endpoint.Endpoint) []endpoint.Endpoint {
	guard := jwt.NewParser(secret, gojwt.SigningMethodHS256, jwt.MapClaimsFactory) // want `without checking its issuer .*check iss in a middleware behind it \(jwtiss/missing\)`
	return []endpoint.Endpoint{guard(func(ctx context.Context, req any) (any, error) {
		claims, ok := ctx.Value(jwt.JWTClaimsContextKey).(gojwt.MapClaims)
		if !ok || claims["sub"] == "" {
			return nil, jwt.ErrTokenInvalid
		}
		return next(ctx, req)
	})}
}

// Guard is made for other packages: they are asked.
func Guard() endpoint.Middleware {
	return jwt.NewParser(secret, gojwt.SigningMethodHS256, jwt.MapClaimsFactory)
}
