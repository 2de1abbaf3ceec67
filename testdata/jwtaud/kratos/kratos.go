// Package kratos guards services with kratos's middleware, which checks no
// audience.
package kratos

import (
	"context"
	"os"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func key(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(next middleware.Handler) []middleware.Handler {
	guard := jwt.Server(key, jwt.WithSigningMethod(gojwt.SigningMethodHS256)) // want `without checking its audience .*check aud in a middleware behind it \(jwtaud/missing\)`
	return []middleware.Handler{guard(func(ctx context.Context, req any) (any, error) {
		claims, ok := jwt.FromContext(ctx)
		if !ok {
			return nil, jwt.ErrMissingJwtToken
		}
		if subject, err := claims.GetSubject(); err != nil || subject == "" {
			return nil, jwt.ErrTokenInvalid
		}
		return next(ctx, req)
	})}
}
