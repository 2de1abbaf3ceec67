package callers

import (
	"slices"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtaud/counter"
	"example.com/fixtures/keyring"
)

// CorrectedItself expects a value of its own.
func CorrectedItself(raw string) error {
	_, err := jwt.Parse(raw, counter.Key, pin, jwt.WithAudience("orders"))
	return err
}

func Option(raw string) (string, error) {
	c, err := counter.With(raw, jwt.WithAudience("orders"))
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
	if !slices.Contains(c.Audience, "orders") {
		return "", errAudience
	}
	return c.Subject, nil
}

// A third package compares.
func ComparedElsewhere(raw string) (string, error) {
	c, err := counter.With(raw, pin)
	if err != nil {
		return "", err
	}
	if err := keyring.ForOrders(c); err != nil {
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
	if err := jwt.NewValidator(jwt.WithAudience("orders")).Validate(c); err != nil {
		return "", err
	}
	return c.Subject, nil
}
