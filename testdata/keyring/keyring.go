// Package keyring is another package that fixtures get keyfuncs, options,
// parsers and checks from.
package keyring

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
)

// Loose returns the key whatever the token's method.
func Loose(*jwt.Token) (any, error) { return []byte(os.Getenv("RING_KEY")), nil }

// Strict refuses every method but HMAC.
func Strict(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, fmt.Errorf("unexpected method %v", t.Header["alg"])
	}
	return []byte(os.Getenv("RING_KEY")), nil
}

// For returns a keyfunc that checks nothing.
func For(key []byte) jwt.Keyfunc {
	return func(*jwt.Token) (any, error) { return key, nil }
}

// StrictFor returns a keyfunc that checks the method's name.
func StrictFor(key []byte) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		if t.Method.Alg() != "HS256" {
			return nil, errors.New("unexpected method")
		}
		return key, nil
	}
}

// Options pins and expects everything.
func Options() []jwt.ParserOption {
	return []jwt.ParserOption{
		jwt.WithValidMethods([]string{"HS256"}),
		jwt.WithAudience("orders"),
		jwt.WithIssuer("https://login.example"),
	}
}

// Parser is a parser with those options.
func Parser() *jwt.Parser { return jwt.NewParser(Options()...) }

// Parse leaves the options to its caller.
func Parse(raw string, claims jwt.Claims, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.ParseWithClaims(raw, claims, Loose, opts...)
}

// ParseWith leaves the keyfunc to its caller.
func ParseWith(raw string, keyfunc jwt.Keyfunc) (*jwt.Token, error) {
	return jwt.Parse(raw, keyfunc, jwt.WithAudience("orders"), jwt.WithIssuer("https://login.example"))
}

// AllowHMAC refuses other methods than HMAC.
func AllowHMAC(t *jwt.Token) error {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return errors.New("unexpected method")
	}
	return nil
}

// Claims are the claims of the fixtures' tokens.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// ForOrders refuses tokens for other audiences.
func ForOrders(c *Claims) error {
	if !slices.Contains(c.Audience, "orders") {
		return errors.New("not for orders")
	}
	return nil
}

// FromLogin refuses tokens of other issuers.
func FromLogin(c *Claims) error {
	if c.Issuer != "https://login.example" {
		return errors.New("not from login")
	}
	return nil
}
