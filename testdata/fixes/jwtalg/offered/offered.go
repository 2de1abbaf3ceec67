// Package offered verifies its own tokens, so that their algorithm is known.
package offered

import (
	"crypto/ed25519"
	"crypto/rsa"
	"net/http"
	"os"

	four "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

// Claims are of this package alone.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

// Issue signs with what the environment holds.
func Issue(subject string) (string, error) {
	claims := Claims{RegisteredClaims: jwt.RegisteredClaims{Subject: subject}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Literal verifies with the same.
func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		return secret(), nil
	})
}

func lookup(*jwt.Token) (any, error) { return secret(), nil }

// Several has its arguments on lines of their own.
func Several(raw string) (*jwt.Token, error) {
	return jwt.ParseWithClaims( // want `\(jwtalg/unpinned\)`
		raw,
		&Claims{},
		lookup,
		jwt.WithIssuer("https://login.example"), // who else
	)
}

// Inline builds its parser where it needs it.
func Inline(raw string) (*jwt.Token, error) {
	return jwt.NewParser().Parse(raw, lookup) // want `\(jwtalg/unpinned\)`
}

// Nil lists nothing.
func Nil(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, lookup, jwt.WithValidMethods(nil)) // want `\(jwtalg/empty-list\)`
}

// Request has its parser from an option.
func Request(r *http.Request) (*jwt.Token, error) {
	p := jwt.NewParser(jwt.WithExpirationRequired())
	return request.ParseFromRequest(r, request.BearerExtractor{}, lookup, request.WithParser(p)) // want `\(jwtalg/unpinned\)`
}

// Sessions keeps key and parser.
type Sessions struct {
	key    []byte
	parser *jwt.Parser
}

// NewSessions is given the key.
func NewSessions(key []byte) *Sessions {
	return &Sessions{key: key, parser: jwt.NewParser(jwt.WithExpirationRequired())}
}

// Issue signs with another hash than the function does.
func (s *Sessions) Issue(claims jwt.MapClaims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS512, claims)
	return token.SignedString(s.key)
}

// User and Role verify with one parser, which is changed once.
func (s *Sessions) User(raw string) (*jwt.Token, error) {
	return s.parser.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil }) // want `\(jwtalg/unpinned\)`
}

// Role is the other one.
func (s *Sessions) Role(raw string) (*jwt.Token, error) {
	return s.parser.ParseWithClaims(raw, &Claims{}, func(*jwt.Token) (any, error) { return s.key, nil }) // want `\(jwtalg/unpinned\)`
}

// Curve has the only algorithm of its kind.
func Curve(raw string, key ed25519.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want `\(jwtalg/unpinned\)`
}

// Pair holds both keys.
type Pair struct{ private *rsa.PrivateKey }

// Issue signs with the private one.
func (p *Pair) Issue(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodPS256, claims).SignedString(p.private)
}

// Check verifies with the public one, which is part of it.
func (p *Pair) Check(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return &p.private.PublicKey, nil }) // want `\(jwtalg/unpinned\)`
}

// Desk is of another major version, under another name.
type Desk struct{ key string }

// Issue signs.
func (d *Desk) Issue(claims four.MapClaims) (string, error) {
	return four.NewWithClaims(four.SigningMethodHS384, claims).SignedString([]byte(d.key))
}

// Check verifies.
func (d *Desk) Check(raw string) error {
	_, err := four.Parse(raw, func(*four.Token) (interface{}, error) { return []byte(d.key), nil }) // want `\(jwtalg/unpinned\)`
	return err
}
