// Package offered issues the tokens that it verifies, all of them for one
// audience.
package offered

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

const audience = "orders"

var pin = jwt.WithValidMethods([]string{"HS256"})

func secret() []byte { return []byte(os.Getenv("ORDERS_KEY")) }

func key(*jwt.Token) (any, error) { return secret(), nil }

// Claims are of this package alone.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// Issue names the constant.
func Issue(subject string) (string, error) {
	claims := &Claims{
		Role:             "clerk",
		RegisteredClaims: jwt.RegisteredClaims{Subject: subject, Audience: jwt.ClaimStrings{audience}},
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Mapped has claims of another type.
func Mapped(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": subject, "aud": "orders"}).SignedString(secret())
}

// Copied takes the registered claims from elsewhere.
func Copied(subject string) (string, error) {
	registered := jwt.RegisteredClaims{Subject: subject}
	registered.Audience = []string{audience}
	claims := Claims{RegisteredClaims: registered}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret())
}

// Check verifies.
func Check(raw string) (string, error) {
	var c Claims
	_, err := jwt.ParseWithClaims(raw, &c, key, pin) // want `\(jwtaud/missing\)`
	return c.Subject, err
}

// Empty expects nobody.
func Empty(raw string) (string, error) {
	var c Claims
	_, err := jwt.ParseWithClaims(raw, &c, key, pin, jwt.WithAudience()) // want `\(jwtaud/empty\)`
	return c.Subject, err
}

// Blank expects nobody, in so many words.
func Blank(raw string) (string, error) {
	var c Claims
	p := jwt.NewParser(pin, jwt.WithAudience("")) // The text means something since v5.2.3.
	_, err := p.ParseWithClaims(raw, &c, key)
	return c.Subject, err
}

// Local has a variable of the constant's name.
func Local(raw, audience string) (string, error) {
	var c Claims
	_, err := jwt.ParseWithClaims(raw+audience, &c, key, pin) // want `\(jwtaud/missing\)`
	return c.Subject, err
}

// Given is given its key, and has the claims type that only this package issues.
func Given(raw string, key []byte) (string, error) {
	var c Claims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return key, nil }) // want `\(jwtaud/missing\)`
	return c.Subject, err
}
