// Package checked compares the audience behind kratos's middleware.
package checked

import (
	"context"
	"os"
	"slices"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func key(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Corrected refuses tokens for others.
func Corrected() []middleware.Middleware { return []middleware.Middleware{jwt.Server(key), ours} }

func ours(next middleware.Handler) middleware.Handler {
	return func(ctx context.Context, req any) (any, error) {
		claims, ok := jwt.FromContext(ctx)
		if !ok {
			return nil, jwt.ErrMissingJwtToken
		}
		audience, err := claims.GetAudience()
		if err != nil || !slices.Contains(audience, "orders") {
			return nil, jwt.ErrTokenInvalid
		}
		return next(ctx, req)
	}
}
