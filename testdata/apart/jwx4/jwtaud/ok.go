package jwx4

import (
	"errors"
	"slices"

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
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()), jwt.WithAudience("orders"))
	return err
}

// CorrectedCompared compares by itself.
func CorrectedCompared(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()))
	if err != nil {
		return err
	}
	audience, ok := token.Audience()
	if !ok || !slices.Contains(audience, "orders") {
		return errGuest
	}
	return nil
}
