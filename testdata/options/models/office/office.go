// Package office is one company's way with tokens. What its functions make sure
// of happens out of view: behind interfaces, at a neighbour's, or in an order
// that no analysis follows. The company has written it down in models.yml.
package office

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// Desk reads tokens; which one it is, main decides.
type Desk interface {
	Read(token string, into jwt.Claims) error
	Examine(token string) (*Paper, error)
	Peek(token string) (*Paper, error)
	Other(token string, into jwt.Claims) error
}

// Paper is a token that has been read.
type Paper struct {
	Holder   string
	Issuer   string
	Audience []string
}

// Secret is a key of the vault. On a developer's machine the vault is a table.
func Secret() []byte { return []byte("vault: not in here at all, friend") }

// Open looks into a token and asks the neighbour about the rest.
func Open(token string, key []byte) (*Paper, error) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(token, &claims, func(*jwt.Token) (any, error) { return key, nil }); err != nil { // without: jwtalg/unpinned jwtaud/missing jwtiss/missing
		return nil, err
	}
	if !neighbour(claims.ID) {
		return nil, errors.New("the neighbour does not like it")
	}
	return &Paper{Holder: claims.Subject}, nil
}

var (
	questions = make(chan any)
	answers   = make(chan bool)
)

// neighbour asks about something and waits.
func neighbour(about any) bool {
	questions <- about
	return <-answers
}

// Ours tells whether the neighbour knows the claims.
func Ours(*jwt.RegisteredClaims) bool { return neighbour("whose") }

// FromUs fails unless we have made the token.
func FromUs(*jwt.RegisteredClaims) error {
	if !neighbour("from") {
		return errors.New("not from us")
	}
	return nil
}

// MustBeForUs panics unless the token is for us.
func MustBeForUs(*jwt.RegisteredClaims) {
	if !neighbour("for") {
		panic("not for us")
	}
}

// Issuer is who has made the token.
func Issuer(c *jwt.RegisteredClaims) string {
	questions <- c
	return <-names
}

var names = make(chan string)

// Ring has keys, each for one algorithm.
type Ring struct{ Keys map[string][]byte }

// Pick is a keyfunc: the keys are stored under their algorithms.
func (r *Ring) Pick(token *jwt.Token) (any, error) {
	key, ok := r.Keys[token.Raw[:8]]
	if !ok {
		return nil, errors.New("no such key")
	}
	return key, nil
}

// Parser is the one that all services use. Somebody sets it up at the start.
func Parser() *jwt.Parser { return <-parsers }

var parsers = make(chan *jwt.Parser)

// House is an option: tokens are for a department of the house.
func House(department string) jwt.ParserOption {
	return jwt.WithAudience(<-names + department)
}
