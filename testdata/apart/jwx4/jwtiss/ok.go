package jwx4

import (
	"errors"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

var errGuest = errors.New("not for us")

// named wants a subject.
func named(token jwt.Token) error {
	if subject, ok := token.Subject(); !ok || subject == "" {
		return errGuest
	}
	return nil
}

// Corrected has the library compare.
func Corrected(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()), jwt.WithIssuer("https://login.example"))
	return err
}

// CorrectedCompared compares by itself.
func CorrectedCompared(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()))
	if err != nil {
		return err
	}
	issuer, ok := token.Issuer()
	if !ok || issuer != "https://login.example" {
		return errGuest
	}
	return nil
}
