// Package suite has comments in its test files, which are read with -tests.
package suite

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte, claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Token is signed with what the caller gives.
func Token(key []byte, subject string) (string, error) {
	return sign(key, jwt.RegisteredClaims{Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))})
}
