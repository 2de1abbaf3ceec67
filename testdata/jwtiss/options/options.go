// Package options leaves the issuer to the parser.
package options

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithIssuer("https://login.example"))
}

func Elsewhere(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key, keyring.Options()...) }

// Desk keeps its options in a field.
type Desk struct{ opts []jwt.ParserOption }

// NewDesk takes the issuer from its caller.
func NewDesk(issuer string) *Desk { return &Desk{opts: []jwt.ParserOption{jwt.WithIssuer(issuer)}} }

// Open verifies.
func (d *Desk) Open(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key, d.opts...) }

func Empty(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithIssuer("")) // want `WithIssuer is given no value.*\(jwtiss/empty\)`
}

// Settings hold nothing that anybody sets.
type settings struct{ issuer string }

func unset(raw string, s *settings) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithIssuer(s.issuer)) // want `\(jwtiss/empty\)`
}

var _ = unset

// Two constructors: one of them forgets the issuer.
type Gate struct{ parser *jwt.Parser }

func NewGate() *Gate { return &Gate{jwt.NewParser(jwt.WithIssuer("https://login.example"))} }

func NewLooseGate() *Gate { return &Gate{jwt.NewParser(jwt.WithLeeway(0))} }

// Pass verifies.
func (g *Gate) Pass(raw string) (*jwt.Token, error) {
	return g.parser.Parse(raw, key) // want `\(jwtiss/missing\)`
}
