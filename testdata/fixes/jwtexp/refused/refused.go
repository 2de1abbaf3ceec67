// Package refused has findings without a fix; each says why.
package refused

import (
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func hook() []byte { return []byte(os.Getenv("HOOK_KEY")) }

// Issue signs sessions.
func Issue(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Service signs those of programs, which have none.
func Service(name string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: name}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret()) // want `\(jwtexp/no-exp\)`
}

// The program issues tokens without exp: requiring it would lock them out.
func Read(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return secret(), nil }) // want `\(jwtexp/not-required\)`
	return claims.Subject, err
}

// Another program issues these.
func Elsewhere(raw string) (string, error) {
	claims := jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return hook(), nil }) // want `\(jwtexp/not-required\)`
	return claims.Subject, err
}

// The library has no such option.
func Old(raw string) (string, error) {
	claims := old.StandardClaims{}
	_, err := old.ParseWithClaims(raw, &claims, func(*old.Token) (any, error) { return hook(), nil }) // want `refuse claims without it \(jwtexp/not-required\)`
	return claims.Subject, err
}

// Something is added to the milliseconds: it would have to change as well.
func Sum() (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().UnixMilli() + 3_600_000}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(hook()) // want `\(jwtexp/units\)`
}

// The number is used for something else too.
func Shared() (string, int64, error) {
	until := time.Now().Add(time.Hour).UnixMilli()
	raw, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": until}).SignedString(hook()) // want `\(jwtexp/units\)`
	return raw, until, err
}

// A Duration has no point in time that could be counted.
func Duration(life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": life}).SignedString(hook()) // want `\(jwtexp/units\)`
}
