// Package byhand switches the library's checks off and has another package make them.
package byhand

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtverify/lenient/clock"
)

// Corrected compares the expiry itself, if there is one: as the library does.
func Corrected(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	if err != nil {
		return "", err
	}
	return claims.Subject, clock.Due(claims)
}
