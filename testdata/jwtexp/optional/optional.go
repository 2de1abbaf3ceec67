// Package optional compares the expiry of tokens that have one, and lets the others
// pass.
package optional

import (
	"errors"
	"os"
	"time"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"

	"example.com/fixtures/jwtexp/optional/clock"
)

var errOld = errors.New("too old")

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

func key(*jwt.Token) (any, error) { return deskKey(), nil }

func VulnerablePointer(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, jwt.WithValidMethods([]string{"HS256"})); err != nil { // want `tokens without exp are accepted .*\(jwtexp/not-required\)`
		return nil, err
	}
	if claims.ExpiresAt != nil && claims.ExpiresAt.Time.Before(time.Now()) {
		return nil, errOld
	}
	return claims, nil
}

func VulnerableEarly(raw string) (string, error) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(raw, &claims, key); err != nil { // want `\(jwtexp/not-required\)`
		return "", err
	}
	if claims.ExpiresAt == nil {
		return claims.Subject, nil
	}
	if time.Now().After(claims.ExpiresAt.Time) {
		return "", errOld
	}
	return claims.Subject, nil
}

func VulnerableMap(raw string) (any, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil { // want `\(jwtexp/not-required\)`
		return nil, err
	}
	if exp, ok := claims["exp"].(float64); ok && int64(exp) < time.Now().Unix() {
		return nil, errOld
	}
	return claims["sub"], nil
}

func VulnerableNumber(raw string) (string, error) {
	claims := &v4.StandardClaims{}
	if _, err := v4.ParseWithClaims(raw, claims, func(*v4.Token) (any, error) { return deskKey(), nil }); err != nil { // want `\(jwtexp/not-required\)`
		return "", err
	}
	if claims.ExpiresAt != 0 && claims.ExpiresAt < time.Now().Unix() {
		return "", errOld
	}
	return claims.Subject, nil
}

func VulnerableJwx(raw []byte) (string, error) {
	token, err := jwx.Parse(raw, jwx.WithKey(jwa.HS256, deskKey())) // want `\(jwtexp/not-required\)`
	if err != nil {
		return "", err
	}
	if exp := token.Expiration(); !exp.IsZero() && exp.Before(time.Now()) {
		return "", errOld
	}
	return token.Subject(), nil
}

// VulnerableElsewhere asks another package, which lets them pass as well.
func VulnerableElsewhere(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil { // want `\(jwtexp/not-required\)`
		return "", err
	}
	return claims.Subject, clock.Loose(claims)
}

// FixedElsewhere asks one that does not.
func FixedElsewhere(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return "", err
	}
	return claims.Subject, clock.Strict(claims)
}

func FixedPointer(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return "", err
	}
	if claims.ExpiresAt == nil || claims.ExpiresAt.Time.Before(time.Now()) {
		return "", errOld
	}
	return claims.Subject, nil
}

func FixedNested(raw string) (any, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return nil, err
	}
	if exp, ok := claims["exp"].(float64); ok && int64(exp) >= time.Now().Unix() {
		return claims["sub"], nil
	}
	return nil, errOld
}

// Filled takes tokens without an expiry for old ones.
func Filled(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return "", err
	}
	if claims.ExpiresAt == nil {
		claims.ExpiresAt = jwt.NewNumericDate(time.Unix(0, 0))
	}
	if claims.ExpiresAt != nil && claims.ExpiresAt.Before(time.Now()) {
		return "", errOld
	}
	return claims.Subject, nil
}

// Unclear: what the callers make of the answer is theirs.
func Unclear(raw string) bool {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return false
	}
	return claims.ExpiresAt != nil && claims.ExpiresAt.After(time.Now())
}
