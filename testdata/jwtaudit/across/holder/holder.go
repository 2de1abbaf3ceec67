// Package holder has the claims that a middleware leaves for handlers.
package holder

import (
	"os"

	v3 "github.com/golang-jwt/jwt"
	"github.com/golang-jwt/jwt/v5"
)

// Claims are those of a member.
type Claims struct {
	UserID uint
	jwt.RegisteredClaims
}

// Older are those of the release before.
type Older struct {
	UserID uint
	v3.StandardClaims
}

// Read verifies.
func Read(raw string) (*Claims, error) {
	claims := new(Claims)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }, jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}
