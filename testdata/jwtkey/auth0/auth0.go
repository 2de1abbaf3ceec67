// Package auth0 gives auth0's validator keys that stand in the source.
package auth0

import (
	"context"
	"os"

	"github.com/auth0/go-jwt-middleware/v2/validator"
)

const issuer = "https://login.example"

func secret(context.Context) (any, error) { return []byte("hunter2"), nil } // want `\(jwtkey/hardcoded\)`

// Vulnerable returns the secret from a function.
func Vulnerable(raw string) error {
	v, err := validator.New(secret, validator.HS256, issuer, []string{"orders"})
	if err != nil {
		return err
	}
	_, err = v.ValidateToken(context.Background(), raw)
	return err
}

// Corrected reads it from the environment.
func Corrected(raw string) error {
	key := func(context.Context) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }
	v, err := validator.New(key, validator.HS256, issuer, []string{"orders"})
	if err != nil {
		return err
	}
	_, err = v.ValidateToken(context.Background(), raw)
	return err
}
