// Package kratos leaves the check of the algorithm to kratos, which takes HS256
// or the method that it is given.
package kratos

import (
	"os"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func key(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Default takes HS256.
func Default() middleware.Middleware { return jwt.Server(key) }

// Chosen takes HS512.
func Chosen() middleware.Middleware {
	return jwt.Server(key, jwt.WithSigningMethod(gojwt.SigningMethodHS512))
}
