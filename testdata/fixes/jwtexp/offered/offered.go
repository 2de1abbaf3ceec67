// Package offered has findings whose fix is safe.
package offered

import (
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func key(*jwt.Token) (any, error) { return secret(), nil }

// Issue signs all sessions, each with an exp.
func Issue(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Read verifies them.
func Read(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, key) // want `add WithExpirationRequired \(jwtexp/not-required\)`
	return claims.Subject, err
}

// ReadPinned has an option already.
func ReadPinned(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, key, jwt.WithValidMethods([]string{"HS256"})) // want `\(jwtexp/not-required\)`
	return claims.Subject, err
}

func hook() []byte { return []byte(os.Getenv("HOOK_KEY")) }

// Hook counts in milliseconds.
func Hook() (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(time.Minute).UnixMilli()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(hook()) // want `\(jwtexp/units\)`
}

// Call counts in nanoseconds.
func Call(until time.Time) (string, error) {
	claims := old.StandardClaims{ExpiresAt: int64(until.UnixNano())}
	token := old.NewWithClaims(old.SigningMethodHS256, claims) // want `\(jwtexp/units\)`
	return token.SignedString(hook())
}
