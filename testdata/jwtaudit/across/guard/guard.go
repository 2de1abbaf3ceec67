// Package guard verifies for others.
package guard

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtaudit/across/note"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Quiet hands the error on.
func Quiet(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return nil, err
	}
	return claims, nil
}

// Noted has written the error down when it hands it on.
func Noted(raw string) (*jwt.RegisteredClaims, error) {
	claims, err := Quiet(raw)
	if err != nil {
		note.Down(err.Error())
		return nil, err
	}
	return claims, nil
}
