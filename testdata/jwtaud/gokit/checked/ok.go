// Package checked compares the audience behind go-kit's parser.
package checked

import (
	"context"
	"os"

	"github.com/go-kit/kit/auth/jwt"
	"github.com/go-kit/kit/endpoint"
	gojwt "github.com/golang-jwt/jwt/v4"
)

// Corrected refuses tokens for others.
func Corrected(next endpoint.Endpoint) []endpoint.Endpoint {
	key := func(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }
	guard := jwt.NewParser(key, gojwt.SigningMethodHS256, jwt.MapClaimsFactory)
	return []endpoint.Endpoint{guard(func(ctx context.Context, req any) (any, error) {
		claims, ok := ctx.Value(jwt.JWTClaimsContextKey).(gojwt.MapClaims)
		if !ok || !claims.VerifyAudience("orders", true) {
			return nil, jwt.ErrTokenInvalid
		}
		return next(ctx, req)
	})}
}
