package callers

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtiss/counter"
	"example.com/fixtures/keyring"
)

// CorrectedItself expects a value of its own.
func CorrectedItself(raw string) error {
	_, err := jwt.Parse(raw, counter.Key, pin, jwt.WithIssuer("https://login.example"))
	return err
}

func Option(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithIssuer("https://login.example"))
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

// The caller compares what the other package has verified.
func Compared(raw string) (string, error) {
	c, err := counter.With(raw, pin)
	if err != nil {
		return "", err
	}
	if c.Issuer != "https://login.example" {
		return "", errIssuer
	}
	return c.Subject, nil
}

// A third package compares.
func ComparedElsewhere(raw string) (string, error) {
	c, err := counter.With(raw, pin)
	if err != nil {
		return "", err
	}
	if err := keyring.FromLogin(c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// A validator made for each call.
func Validated(raw string) (string, error) {
	c, err := counter.With(raw, pin)
	if err != nil {
		return "", err
	}
	if err := jwt.NewValidator(jwt.WithIssuer("https://login.example")).Validate(c); err != nil {
		return "", err
	}
	return c.Subject, nil
}
