// Package tokens looks at tokens for others.
package tokens

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Parse hands back the claims beside the error.
func Parse(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	return claims, err
}

// Read does not verify.
func Read(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, claims); err != nil {
		return nil, err
	}
	return claims, nil
}

// Check hands back nothing but the error.
func Check(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return claims, nil
}
