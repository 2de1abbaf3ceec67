// Package strict makes by hand what it switches off, and asks for the outcome.
package strict

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"

	"example.com/fixtures/jwtverify/strict/guard"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Corrected refuses requests by a middleware of its own.
func Corrected(handler http.HandlerFunc) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(jwtauth.New("HS256", secret(), nil)), guard.Required)
	r.Get("/behind", handler)
	return r
}

// Leeway compares the expiry itself.
func Leeway(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret(), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	if err != nil {
		return "", err
	}
	if claims.ExpiresAt == nil || claims.ExpiresAt.Time.Add(time.Hour).Before(time.Now()) {
		return "", errors.New("too old")
	}
	return claims.Subject, nil
}

// Compared does so in seconds.
func Compared(raw string) (string, error) {
	claims := &v4.StandardClaims{}
	parser := v4.NewParser(v4.WithoutClaimsValidation())
	if _, err := parser.ParseWithClaims(raw, claims, func(*v4.Token) (any, error) { return secret(), nil }); err != nil {
		return "", err
	}
	if time.Now().Unix() > claims.ExpiresAt {
		return "", errors.New("too old")
	}
	return claims.Subject, nil
}

// Later calls the library's check.
func Later(raw string) (string, error) {
	token, err := jwx.ParseString(raw, jwx.WithKey(jwa.HS256, secret()), jwx.WithValidate(false))
	if err != nil {
		return "", err
	}
	if err := jwx.Validate(token); err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// Valid asks the claims.
func Valid(raw string) (string, error) {
	claims := &v4.RegisteredClaims{}
	parser := v4.NewParser(v4.WithoutClaimsValidation())
	if _, err := parser.ParseWithClaims(raw, claims, func(*v4.Token) (any, error) { return secret(), nil }); err != nil {
		return "", err
	}
	if err := claims.Valid(); err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// ReadExpired says what it is for.
func ReadExpired(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return secret(), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithoutClaimsValidation())
	return claims.Subject, err
}
