// Package refused has findings without a fix; each says why.
package refused

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("SESSION_KEY")) }

func find(*jwt.Token) (any, error) { return key(), nil }

var issuer = os.Getenv("ISSUER")

// Issue names whoever runs it.
func Issue(subject string) (string, error) {
	claims := jwt.RegisteredClaims{Issuer: issuer, Subject: subject}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

// The issuer is no constant.
func user(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, find) // want `\(jwtiss/missing\)`
	return c.Subject, err
}

const unset = ""

// The empty text is a constant, which is where the value belongs.
func named(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, ticketKey, jwt.WithIssuer(unset)) // want `\(jwtiss/empty\)`
	return c.Subject, err
}

func ticketKey(*jwt.Token) (any, error) { return []byte(os.Getenv("TICKET_KEY")), nil }

// Ticket issues.
func Ticket() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": "tickets"}).SignedString([]byte(os.Getenv("TICKET_KEY")))
}

// The option is a variable, which others may use.
var expected = jwt.WithIssuer("")

func variable(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, ticketKey, expected) // want `\(jwtiss/empty\)`
	return c.Subject, err
}

// Drawer signs what is filled in behind its back.
type Drawer struct{ claims jwt.RegisteredClaims }

// Issue signs the claims that it keeps.
func (d *Drawer) Issue() (string, error) {
	d.claims.Issuer = "drawer"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, d.claims).SignedString([]byte(os.Getenv("DRAWER_KEY")))
}

func drawer(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DRAWER_KEY")), nil }) // want `\(jwtiss/missing\)`
	return c.Subject, err
}
