// Package missing verifies tokens and never asks whom they are for.
package missing

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"example.com/fixtures/keyring"
)

var methods = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

type subject struct{}

// Middleware puts the subject into the context.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := &keyring.Claims{}
		_, err := request.ParseFromRequest(r, request.BearerExtractor{}, key, request.WithClaims(claims)) // want `without checking its audience.*\(jwtaud/missing\)`
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), subject{}, claims.Subject)))
	})
}

func Returned(raw string) (jwt.MapClaims, error) {
	token, err := jwt.Parse(raw, key, methods, jwt.WithIssuer("https://login.example")) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims), nil
}

// Reading the audience to log it is no check.
func Logged(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key, methods); err != nil { // want `\(jwtaud/missing\)`
		return "", err
	}
	log.Printf("token for %v", c.Audience)
	return c.Subject, nil
}

// Both outcomes go on.
func Tolerated(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key, methods); err != nil { // want `\(jwtaud/missing\)`
		return "", err
	}
	if err := keyring.FromLogin(&c); err != nil {
		return "", err
	}
	if len(c.Audience) != 1 || c.Audience[0] != "orders" {
		log.Print("unexpected audience")
	}
	return c.Subject, nil
}

// Sessions verifies with a parser that expects no audience.
type Sessions struct{ parser *jwt.Parser }

// NewSessions builds the parser.
func NewSessions() *Sessions {
	return &Sessions{parser: jwt.NewParser(methods, jwt.WithIssuer("https://login.example"))}
}

// User returns the subject.
func (s *Sessions) User(raw string) (string, error) {
	token, err := s.parser.Parse(raw, key) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func parse(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, key, opts...)
}

func Wrapped(raw string) (string, error) {
	token, err := parse(raw, methods) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func Across(raw string) (string, error) {
	var c keyring.Claims
	if _, err := keyring.Parse(raw, &c, methods); err != nil { // want `\(jwtaud/missing\)`
		return "", err
	}
	return c.Subject, nil
}

// Claims validation is switched off, the audience with it.
func Off(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, key, methods, jwt.WithAudience("orders"), jwt.WithoutClaimsValidation()) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// The wrapper of the other package leaves the claims to its caller.
func Decoded(raw string) (string, error) {
	var c keyring.Claims
	if err := keyring.Decode(raw, &c); err != nil { // want `\(jwtaud/missing\)`
		return "", err
	}
	return c.Subject, nil
}
