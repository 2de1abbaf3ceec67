// Package kratos gives kratos's middleware keys that stand in the source.
package kratos

import (
	"os"

	"github.com/go-kratos/kratos/v2/middleware"
	"github.com/go-kratos/kratos/v2/middleware/auth/jwt"
	gojwt "github.com/golang-jwt/jwt/v5"
)

// Vulnerable returns the secret from the keyfunc.
func Vulnerable() middleware.Middleware {
	return jwt.Server(func(*gojwt.Token) (any, error) {
		return []byte("hunter2"), nil // want `\(jwtkey/hardcoded\)`
	})
}

// Corrected reads it from the environment.
func Corrected() middleware.Middleware {
	return jwt.Server(func(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil })
}
