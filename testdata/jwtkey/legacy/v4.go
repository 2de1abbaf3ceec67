// Package legacy does the same with older libraries.
package legacy

import (
	"os"

	"github.com/golang-jwt/jwt/v4"
)

const four = "key-under-version-four" // want "jwtkey/hardcoded"

func Sign4(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(four))
}

func Parse4(raw string) (*jwt.Token, error) {
	return jwt.ParseWithClaims(raw, &jwt.RegisteredClaims{}, func(*jwt.Token) (interface{}, error) {
		return []byte("verifies-under-version-four"), nil // want "jwtkey/hardcoded"
	})
}

func Default4(user string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		key = "default-under-version-four" // want "jwtkey/default"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

// Raw signs without a token.
func Raw4(text string) (string, error) {
	return jwt.SigningMethodHS256.Sign(text, []byte("signs-a-text")) // want "jwtkey/hardcoded"
}
