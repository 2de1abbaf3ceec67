// Package unpinned verifies tokens without restricting their algorithm.
package unpinned

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"example.com/fixtures/keyring"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `a \[\]byte key works with any HS\* method.*\(jwtalg/unpinned\)`
		return secret(), nil
	})
}

func public(raw string, pub *rsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return pub, nil }) // want `an \*rsa.PublicKey works with any RS\* or PS\* method`
}

func curve(raw string, pub *ecdsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return pub, nil }) // want `works with its ES\* method only`
}

func lookup(*jwt.Token) (any, error) { return secret(), nil }

func Named(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, lookup) // want `\(jwtalg/unpinned\)`
}

// Sessions verifies with a method value.
type Sessions struct{ key []byte }

// NewSessions reads the key from the environment.
func NewSessions() *Sessions { return &Sessions{key: secret()} }

func (s *Sessions) find(*jwt.Token) (any, error) { return s.key, nil }

// Check verifies one token.
func (s *Sessions) Check(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &jwt.RegisteredClaims{}, s.find) // want `\(jwtalg/unpinned\)`
	return err
}

func Variable(raw string) (*jwt.Token, error) {
	keyfunc := func(*jwt.Token) (any, error) { return secret(), nil }
	return jwt.Parse(raw, keyfunc) // want `\(jwtalg/unpinned\)`
}

func Elsewhere(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, keyring.Loose) // want `\(jwtalg/unpinned\)`
}

func Constructed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, keyring.For(secret())) // want `\(jwtalg/unpinned\)`
}

func Request(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, lookup) // want `\(jwtalg/unpinned\)`
}

// The parser has options, but none for the algorithm.
func RequestParser(r *http.Request) (*jwt.Token, error) {
	p := jwt.NewParser(jwt.WithIssuer("https://login.example"))
	return request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, lookup, request.WithParser(p)) // want `\(jwtalg/unpinned\)`
}

// Service keeps a parser without methods in a field.
type Service struct{ parser *jwt.Parser }

// NewService builds the parser.
func NewService() *Service { return &Service{parser: jwt.NewParser(jwt.WithExpirationRequired())} }

// Verify uses the parser.
func (s *Service) Verify(raw string) error {
	_, err := s.parser.Parse(raw, lookup) // want `\(jwtalg/unpinned\)`
	return err
}

// One of the two keyfuncs tests the method, the other does not.
func Chosen(raw string, legacy bool) (*jwt.Token, error) {
	keyfunc := keyring.Strict
	if legacy {
		keyfunc = keyring.Loose
	}
	return jwt.Parse(raw, keyfunc) // want `\(jwtalg/unpinned\)`
}
