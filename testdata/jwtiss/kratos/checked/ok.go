// Package checked compares the issuer behind kratos's middleware.
package checked

import (
	"context"
	"os"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func key(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Corrected refuses tokens of others.
func Corrected() []middleware.Middleware { return []middleware.Middleware{jwt.Server(key), ours} }

func ours(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		claims, ok := jwt.FromContext(ctx)
		if !ok {
			return nil, jwt.ErrMissingJwtToken
		}
		issuer, err := claims.GetIssuer()
		if err != nil || issuer != "https://login.example" {
			return nil, jwt.ErrTokenInvalid
		}
		return next(ctx, req)
	}
}
