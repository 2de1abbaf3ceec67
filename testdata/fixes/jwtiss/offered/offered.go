// Package offered issues the tokens that it verifies, all of them by one name.
package offered

import (
	"os"

	preview "github.com/dgrijalva/jwt-go/v4"
	"github.com/golang-jwt/jwt/v5"
)

var pin = jwt.WithValidMethods([]string{"HS256"})

// Sessions keeps the key and two parsers.
type Sessions struct {
	key         []byte
	plain, deaf *jwt.Parser
}

// NewSessions builds the parsers.
func NewSessions() *Sessions {
	s := &Sessions{key: []byte(os.Getenv("SESSION_KEY"))}
	s.plain = jwt.NewParser(pin)
	s.deaf = jwt.NewParser(pin, jwt.WithIssuer(""))
	return s
}

func (s *Sessions) find(*jwt.Token) (any, error) { return s.key, nil }

// Issue signs.
func (s *Sessions) Issue(subject string) (string, error) {
	claims := jwt.RegisteredClaims{
		Issuer:  "https://login.example.com/realms/customers/of/the/shop",
		Subject: subject,
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

// User never asks who issued the token.
func (s *Sessions) User(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := s.plain.ParseWithClaims(raw, &c, s.find) // want `\(jwtiss/missing\)`
	return c.Subject, err
}

// Role asks for nobody.
func (s *Sessions) Role(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := s.deaf.ParseWithClaims(raw, &c, s.find) // want `\(jwtiss/empty\)`
	return c.Subject, err
}

var deskKey = []byte(os.Getenv("DESK_KEY"))

// Desk issues in the preview's words.
func Desk(subject string) (string, error) {
	claims := preview.StandardClaims{Issuer: "desk", Subject: subject}
	return preview.NewWithClaims(preview.SigningMethodHS256, claims).SignedString(deskKey)
}

// AtDesk verifies.
func AtDesk(raw string) (string, error) {
	var c preview.StandardClaims
	_, err := preview.ParseWithClaims(raw, &c, func(*preview.Token) (interface{}, error) { return deskKey, nil }) // want `\(jwtiss/missing\)`
	return c.Subject, err
}
