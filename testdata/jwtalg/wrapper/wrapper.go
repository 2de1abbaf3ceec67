// Package wrapper verifies through functions that leave the choice to their
// callers: the finding stands there.
package wrapper

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

func loose(*jwt.Token) (any, error) { return []byte(os.Getenv("SESSION_KEY")), nil }

func parse(raw string, keyfunc jwt.Keyfunc) (*jwt.Token, error) { return jwt.Parse(raw, keyfunc) }

func Bad(raw string) (*jwt.Token, error) {
	return parse(raw, loose) // want `\(jwtalg/unpinned\)`
}

// The caller's keyfunc tests the method.
func Good(raw string) (*jwt.Token, error) { return parse(raw, keyring.Strict) }

func outer(raw string, keyfunc jwt.Keyfunc) error {
	_, err := parse(raw, keyfunc)
	return err
}

func Deep(raw string) error {
	return outer(raw, loose) // want `\(jwtalg/unpinned\)`
}

func DeepGood(raw string) error { return outer(raw, keyring.Strict) }

func with(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, loose, opts...)
}

func NoOptions(raw string) (*jwt.Token, error) {
	return with(raw) // want `\(jwtalg/unpinned\)`
}

func OtherOptions(raw string) (*jwt.Token, error) {
	return with(raw, jwt.WithIssuedAt()) // want `\(jwtalg/unpinned\)`
}

func GoodOptions(raw string) (*jwt.Token, error) {
	return with(raw, jwt.WithValidMethods([]string{"HS256"}))
}

func Across(raw string) (*jwt.Token, error) {
	return keyring.Parse(raw, &jwt.RegisteredClaims{}) // want `\(jwtalg/unpinned\)`
}

func AcrossGood(raw string) (*jwt.Token, error) {
	return keyring.Parse(raw, &jwt.RegisteredClaims{}, jwt.WithValidMethods([]string{"HS256"}))
}

func AcrossKeyfunc(raw string) (*jwt.Token, error) {
	return keyring.ParseWith(raw, loose) // want `\(jwtalg/unpinned\)`
}

func AcrossKeyfuncGood(raw string) (*jwt.Token, error) { return keyring.ParseWith(raw, keyring.Strict) }

// Verifier gets its parser from the constructor's caller.
type Verifier struct{ parser *jwt.Parser }

// NewVerifier takes any parser.
func NewVerifier(p *jwt.Parser) *Verifier { return &Verifier{parser: p} }

// Verify is fine or not, as the parser is.
func (v *Verifier) Verify(raw string) (*jwt.Token, error) { return v.parser.Parse(raw, loose) }

func Build() *Verifier {
	return NewVerifier(jwt.NewParser()) // want `\(jwtalg/unpinned\)`
}

func BuildGood() *Verifier {
	return NewVerifier(jwt.NewParser(jwt.WithValidMethods([]string{"HS256"})))
}
