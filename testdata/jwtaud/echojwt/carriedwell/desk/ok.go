// Package desk has a context that looks at the claims that it is given.
package desk

import (
	"errors"
	"slices"

	"github.com/golang-jwt/jwt/v5"
)

// Badge is what a token says.
type Badge struct {
	jwt.RegisteredClaims
	Locker string `json:"locker"`
}

// Visit is a request with the badge of its caller.
type Visit struct {
	Badge *Badge
}

// Admit refuses badges for other houses.
func (v *Visit) Admit() error {
	if !slices.Contains(v.Badge.Audience, "lockers") {
		return errors.New("not for this house")
	}
	return nil
}
