// Package idtoken verifies Google's ID tokens, in whose audience nobody but
// the caller can be.
package idtoken

import (
	"context"
	"errors"
	"os"

	"google.golang.org/api/idtoken"
)

var errVisitor = errors.New("not for us")

func Empty(ctx context.Context, raw string) (string, error) {
	payload, err := idtoken.Validate(ctx, raw, "") // want `Validate is given no value \(the library then skips the audience check\); give it the expected audience \(jwtaud/empty\)`
	if err != nil {
		return "", err
	}
	return payload.Subject, nil
}

const anyone = ""

func Kept(ctx context.Context, validator *idtoken.Validator, raw string) (string, error) {
	payload, err := validator.Validate(ctx, raw, anyone) // want `\(jwtaud/empty\)`
	if err != nil {
		return "", err
	}
	email, _ := payload.Claims["email"].(string)
	return email, nil
}

// Expected names its audience.
func Expected(ctx context.Context, raw string) (*idtoken.Payload, error) {
	return idtoken.Validate(ctx, raw, "orders.apps.example")
}

// Configured has it from outside.
func Configured(ctx context.Context, validator *idtoken.Validator, raw string) (*idtoken.Payload, error) {
	return validator.Validate(ctx, raw, os.Getenv("CLIENT_ID"))
}

// Compared compares the audience with several of its own.
func Compared(ctx context.Context, raw string) (string, error) {
	payload, err := idtoken.Validate(ctx, raw, "")
	if err != nil {
		return "", err
	}
	switch payload.Audience {
	case "orders.apps.example", "carts.apps.example":
		return payload.Subject, nil
	}
	return "", errVisitor
}
