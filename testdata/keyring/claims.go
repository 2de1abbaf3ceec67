package keyring

import "github.com/golang-jwt/jwt/v5"

// Decode verifies into the caller's claims, who knows what to expect of them.
func Decode(raw string, claims jwt.Claims) error {
	_, err := jwt.ParseWithClaims(raw, claims, Strict)
	return err
}
