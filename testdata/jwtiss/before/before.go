// Package before looks at the claims first and at the signature afterwards.
package before

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/jwk"
	jwx "github.com/lestrrat-go/jwx/jwt"
)

type desk struct {
	secret []byte
	keys   jwk.Set
}

func open() *desk { return &desk{secret: []byte(os.Getenv("DESK_KEY"))} }

// signed verifies a text and keeps nothing of it.
func (d *desk) signed(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return d.secret, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Corrected has a validator look at what it has peeked at.
func (d *desk) Corrected(raw string) (string, error) {
	peek, _, err := jwt.NewParser().ParseUnverified(raw, &jwt.RegisteredClaims{})
	if err != nil {
		return "", err
	}
	if err := jwt.NewValidator(jwt.WithIssuer("https://login.example")).Validate(peek.Claims); err != nil {
		return "", err
	}
	if err := d.signed(raw); err != nil {
		return "", err
	}
	return peek.Claims.GetSubject()
}

// bearer keeps a text with what it says.
type bearer struct {
	raw   string
	token jwx.Token
}

func peekAt(raw string) (bearer, error) {
	token, err := jwx.ParseString(raw)
	return bearer{raw: raw, token: token}, err
}

// CorrectedKept keeps both together.
func (d *desk) CorrectedKept(raw string) (jwx.Token, error) {
	b, err := peekAt(raw)
	if err != nil {
		return nil, err
	}
	if err := b.expected(); err != nil {
		return nil, err
	}
	if _, err := jwx.ParseString(b.raw, jwx.WithKeySet(d.keys)); err != nil {
		return nil, err
	}
	return b.token, nil
}

func (b bearer) expected() error {
	return jwx.Validate(b.token, jwx.WithIssuer("https://login.example"))
}
