// Package validators has the validators of auth0's later majors, which demand
// an audience and compare it.
package validators

import (
	"context"
	"os"

	second "github.com/auth0/go-jwt-middleware/v2/validator"
	third "github.com/auth0/go-jwt-middleware/v3/validator"
)

const issuer = "https://login.example"

func secret(context.Context) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Second is the validator of the second major.
func Second(raw string) error {
	v, err := second.New(secret, second.HS256, issuer, []string{"orders"})
	if err != nil {
		return err
	}
	_, err = v.ValidateToken(context.Background(), raw)
	return err
}

// Third is the validator of the third major.
func Third(raw string) error {
	v, err := third.New(third.WithKeyFunc(secret), third.WithAlgorithm(third.HS256), third.WithIssuer(issuer), third.WithAudience("orders"))
	if err != nil {
		return err
	}
	_, err = v.ValidateToken(context.Background(), raw)
	return err
}
