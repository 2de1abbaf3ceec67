// Package clock compares the expiry of claims that have one.
package clock

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Due refuses what is too old.
func Due(claims *jwt.RegisteredClaims) error {
	if claims.ExpiresAt != nil && claims.ExpiresAt.Before(time.Now()) {
		return errors.New("too old")
	}
	return nil
}
