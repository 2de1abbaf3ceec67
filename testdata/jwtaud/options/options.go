// Package options leaves the audience to the parser.
package options

import (
	"os"

	preview "github.com/dgrijalva/jwt-go/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience("orders"))
}

func Slice(raw string) (*jwt.Token, error) {
	opts := []jwt.ParserOption{jwt.WithAudience("orders")}
	return jwt.Parse(raw, key, opts...)
}

func Append(raw string) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	opts = append(opts, jwt.WithAllAudiences("orders", "carts"))
	return jwt.Parse(raw, key, opts...)
}

func Elsewhere(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key, keyring.Options()...) }

// Desk keeps its parser in a field.
type Desk struct{ parser *jwt.Parser }

// NewDesk takes the audience from its caller.
func NewDesk(audience string) *Desk {
	return &Desk{parser: jwt.NewParser(jwt.WithAudience(audience))}
}

// Open verifies.
func (d *Desk) Open(raw string) (*jwt.Token, error) { return d.parser.Parse(raw, key) }

// Whoever runs the program sets it; nobody proves that it is set.
func Configured(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience(os.Getenv("AUDIENCE")))
}

func Conditional(raw, audience string) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	if audience != "" {
		opts = append(opts, jwt.WithAudience(audience))
	}
	return jwt.Parse(raw, key, opts...)
}

func None(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience()) // want `WithAudience is given no value.*\(jwtaud/empty\)`
}

var audiences []string

func NoList(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience(audiences...)) // want `\(jwtaud/empty\)`
}

// An empty name has to match literally since v5.2.3: nothing does.
func EmptyName(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, jwt.WithAudience(""))
}

func Preview(raw string) (*preview.Token, error) {
	return preview.Parse(raw, func(*preview.Token) (any, error) { // want `tokens without the claim pass.*\(jwtaud/optional\)`
		return []byte(os.Getenv("ORDERS_KEY")), nil
	}, preview.WithAudience("orders"))
}
