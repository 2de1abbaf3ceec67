// Package refused has findings without a fix; each says why.
package refused

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"net/http"
	"os"

	old "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"example.com/fixtures/keyring"
)

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func hook() []byte { return []byte(os.Getenv("HOOK_KEY")) }

// Issue signs sessions.
func Issue(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Remember signs what lasts longer, with another hash and the same key.
func Remember(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS384, claims).SignedString(secret())
}

func lookup(*jwt.Token) (any, error) { return secret(), nil }

// The package signs with two algorithms and this key.
func twoMethods(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, lookup) // want `\(jwtalg/unpinned\)`
}

// The key is another one: who signs with it is out of view.
func otherKey(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return hook(), nil }) // want `\(jwtalg/unpinned\)`
}

// An RSA key works with six algorithms.
func public(raw string, key *rsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want `\(jwtalg/unpinned\)`
}

// An ECDSA key works with one of three, depending on its curve.
func curve(raw string, key *ecdsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want `\(jwtalg/unpinned\)`
}

// The keyfunc is another package's.
func elsewhere(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, keyring.Loose) // want `\(jwtalg/unpinned\)`
}

// One of two keys.
func either(raw string, legacy bool) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		if legacy {
			return hook(), nil
		}
		return secret(), nil
	})
}

// The generation without options.
func ancient(raw string) (*old.Token, error) {
	return old.Parse(raw, func(*old.Token) (interface{}, error) { return tickets.key, nil }) // want `\(jwtalg/unpinned\)`
}

var tickets = struct{ key []byte }{key: []byte(os.Getenv("TICKET_KEY"))}

func ticket(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(tickets.key)
}

func ticketKey(*jwt.Token) (any, error) { return tickets.key, nil }

// The function takes options of another kind, and no parser is in view.
func fromRequest(r *http.Request) (*jwt.Token, error) {
	return request.ParseFromRequest(r, request.BearerExtractor{}, ticketKey) // want `\(jwtalg/unpinned\)`
}

// The options are a slice.
func spread(raw string) (*jwt.Token, error) {
	opts := []jwt.ParserOption{jwt.WithExpirationRequired()}
	return jwt.Parse(raw, ticketKey, opts...) // want `\(jwtalg/unpinned\)`
}

func parse(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, ticketKey, opts...)
}

// The options go through a function of the program.
func wrapped(raw string) (*jwt.Token, error) {
	return parse(raw, jwt.WithExpirationRequired()) // want `\(jwtalg/unpinned\)`
}

func newParser() *jwt.Parser { return jwt.NewParser() }

// So does the parser.
func built(raw string) (*jwt.Token, error) {
	return newParser().Parse(raw, ticketKey) // want `\(jwtalg/unpinned\)`
}

var shared = jwt.NewParser()

// Two that verify with one parser and two keys, one of them unknown.
func one(raw string) (*jwt.Token, error) {
	return shared.Parse(raw, ticketKey) // want `\(jwtalg/unpinned\)`
}

func other(raw string) (*jwt.Token, error) {
	return shared.Parse(raw, func(*jwt.Token) (any, error) { return hook(), nil }) // want `\(jwtalg/unpinned\)`
}

// Lent hands its parser out.
type Lent struct{ parser *jwt.Parser }

func newLent() *Lent { return &Lent{parser: jwt.NewParser()} }

// Parser is how others get it.
func (l *Lent) Parser() *jwt.Parser { return l.parser }

func (l *Lent) check(raw string) (*jwt.Token, error) {
	return l.parser.Parse(raw, ticketKey) // want `\(jwtalg/unpinned\)`
}

var methods []string

// The list is a variable.
func variable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, ticketKey, jwt.WithValidMethods(methods)) // want `\(jwtalg/empty-list\)`
}

func distant(raw string) (*jwt.Token, error) {
	return far.Parse(raw, ticketKey) // want `\(jwtalg/unpinned\)`
}
