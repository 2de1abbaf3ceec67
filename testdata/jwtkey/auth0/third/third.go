// Package third gives the validator of auth0's third major keys that stand in
// the source.
package third

import (
	"context"
	"os"

	"github.com/auth0/go-jwt-middleware/v3/validator"
)

func validate(key func(context.Context) (any, error), raw string) error {
	v, err := validator.New(validator.WithKeyFunc(key), validator.WithAlgorithm(validator.HS256),
		validator.WithIssuer("https://login.example"), validator.WithAudience("orders"))
	if err != nil {
		return err
	}
	_, err = v.ValidateToken(context.Background(), raw)
	return err
}

// Vulnerable returns the secret from a function.
func Vulnerable(raw string) error {
	return validate(func(context.Context) (any, error) {
		return []byte("hunter2"), nil // want `\(jwtkey/hardcoded\)`
	}, raw)
}

// Fallback is what counts where nobody sets the variable.
func Fallback(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	return validate(func(context.Context) (any, error) { return []byte(key), nil }, raw)
}

// Corrected reads it from the environment.
func Corrected(raw string) error {
	return validate(func(context.Context) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }, raw)
}
