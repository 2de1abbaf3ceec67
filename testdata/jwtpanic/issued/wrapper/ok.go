// Package wrapper signs what it is given.
package wrapper

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Sign issues a token with the claims.
func Sign(claims *jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("KEY")))
}

// Verify returns the claims of a token.
func Verify(raw string) (jwt.MapClaims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil })
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims), nil
}
