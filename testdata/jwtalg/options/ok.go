// Package options gives the list of valid methods in every shape.
package options

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func loose(*jwt.Token) (any, error) { return []byte(os.Getenv("SESSION_KEY")), nil }

func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods([]string{"HS256"}))
}

var methods = []string{"HS256", "HS384"}

func Variable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, jwt.WithValidMethods(methods))
}

func Slice(raw string) (*jwt.Token, error) {
	opts := []jwt.ParserOption{jwt.WithLeeway(0), jwt.WithValidMethods(methods)}
	return jwt.Parse(raw, loose, opts...)
}

func Append(raw string) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	opts = append(opts, jwt.WithIssuedAt())
	opts = append(opts, jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}))
	return jwt.Parse(raw, loose, opts...)
}

func helper() []jwt.ParserOption {
	return []jwt.ParserOption{jwt.WithValidMethods([]string{"HS256"})}
}

func Helper(raw string) (*jwt.Token, error) { return jwt.Parse(raw, loose, helper()...) }

func Elsewhere(raw string) (*jwt.Token, error) { return jwt.Parse(raw, loose, keyring.Options()...) }

func ElsewhereParser(raw string) (*jwt.Token, error) { return keyring.Parser().Parse(raw, loose) }

// Gate keeps its parser in a field, set by an option of its own.
type Gate struct {
	opts   []jwt.ParserOption
	parser *jwt.Parser
}

// NewGate builds the parser from the field.
func NewGate() *Gate {
	g := &Gate{opts: []jwt.ParserOption{jwt.WithValidMethods([]string{"HS256"})}}
	g.parser = jwt.NewParser(g.opts...)
	return g
}

// Pass verifies with the parser.
func (g *Gate) Pass(raw string) (*jwt.Token, error) { return g.parser.Parse(raw, loose) }

// PassAgain verifies with the options.
func (g *Gate) PassAgain(raw string) (*jwt.Token, error) { return jwt.Parse(raw, loose, g.opts...) }

// A list that is only sometimes given is somebody's decision, not an oversight.
func Sometimes(raw string, pin bool) (*jwt.Token, error) {
	var opts []jwt.ParserOption
	if pin {
		opts = append(opts, jwt.WithValidMethods(methods))
	}
	return jwt.Parse(raw, loose, opts...)
}

// Settings come from out of view.
type Settings interface{ ParserOptions() []jwt.ParserOption }

// Nobody knows what the settings hold: silent, a note under -strict.
func Unseen(raw string, s Settings) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, s.ParserOptions()...)
}

// Keyfuncs come from a map: silent as well.
func FromMap(raw string, byTenant map[string]jwt.Keyfunc) (*jwt.Token, error) {
	return jwt.Parse(raw, byTenant["main"])
}
