// Package missing verifies tokens and never asks who issued them.
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
		_, err := request.ParseFromRequest(r, request.BearerExtractor{}, key, request.WithClaims(claims)) // want `without checking its issuer.*\(jwtiss/missing\)`
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), subject{}, claims.Subject)))
	})
}

func Returned(raw string) (jwt.MapClaims, error) {
	token, err := jwt.Parse(raw, key, methods, jwt.WithAudience("orders")) // want `\(jwtiss/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims), nil
}

// Reading the issuer to log it is no check.
func Logged(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key, methods); err != nil { // want `\(jwtiss/missing\)`
		return "", err
	}
	log.Printf("token by %v", c.Issuer)
	return c.Subject, nil
}

// Both outcomes go on.
func Tolerated(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key, methods); err != nil { // want `\(jwtiss/missing\)`
		return "", err
	}
	if err := keyring.ForOrders(&c); err != nil {
		return "", err
	}
	if c.Issuer != "https://login.example" {
		log.Print("unexpected issuer")
	}
	return c.Subject, nil
}

// Sessions verifies with a parser that expects no issuer.
type Sessions struct{ parser *jwt.Parser }

// NewSessions builds the parser.
func NewSessions() *Sessions {
	return &Sessions{parser: jwt.NewParser(methods, jwt.WithAudience("orders"))}
}

// User returns the subject.
func (s *Sessions) User(raw string) (string, error) {
	token, err := s.parser.Parse(raw, key) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func parse(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, key, opts...)
}

func Wrapped(raw string) (string, error) {
	token, err := parse(raw, methods) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func Across(raw string) (string, error) {
	var c keyring.Claims
	if _, err := keyring.Parse(raw, &c, methods); err != nil { // want `\(jwtiss/missing\)`
		return "", err
	}
	return c.Subject, nil
}

// Claims validation is switched off, the issuer with it.
func Off(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, key, methods, jwt.WithIssuer("https://login.example"), jwt.WithoutClaimsValidation()) // want `\(jwtiss/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// The wrapper of the other package leaves the claims to its caller.
func Decoded(raw string) (string, error) {
	var c keyring.Claims
	if err := keyring.Decode(raw, &c); err != nil { // want `\(jwtiss/missing\)`
		return "", err
	}
	return c.Subject, nil
}
