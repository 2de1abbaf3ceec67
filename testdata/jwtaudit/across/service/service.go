// Package service stands between handlers and what verifies.
package service

import (
	"fmt"

	"example.com/fixtures/jwtaudit/across/guard"
)

// User is who calls.
type User struct{ Name string }

// Sessions knows who calls.
type Sessions struct{}

// Current hands the error on, in words of its own.
func (Sessions) Current(raw string) (*User, error) {
	claims, err := guard.Quiet(raw)
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	return &User{Name: claims.Subject}, nil
}
