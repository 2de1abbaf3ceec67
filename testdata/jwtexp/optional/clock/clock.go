// Package clock compares the expiry for others.
package clock

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errOld = errors.New("too old")

// Loose has nothing against claims without an expiry.
func Loose(claims *jwt.RegisteredClaims) error {
	if claims.ExpiresAt != nil && claims.ExpiresAt.Before(time.Now()) {
		return errOld
	}
	return nil
}

// Strict refuses them.
func Strict(claims *jwt.RegisteredClaims) error {
	if claims.ExpiresAt == nil || claims.ExpiresAt.Before(time.Now()) {
		return errOld
	}
	return nil
}
