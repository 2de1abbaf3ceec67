// Package configured signs with keys from the settings of other packages.
package configured

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/configured/config"
	"example.com/fixtures/jwtkey/configured/flags"
)

// Minter has a key from the settings.
type Minter struct{ key string }

// NewMinter copies it.
func NewMinter(s *config.Settings) *Minter { return &Minter{key: s.Secret} } // want `a text of 29 bytes in config.go.*\(jwtkey/hardcoded\)`

// Token is signed with it.
func (m *Minter) Token(sub string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub}).SignedString([]byte(m.key))
}

// Other is signed with the one of the flags.
func Other(o *flags.Options, sub string) (string, error) {
	flags.Complete(o)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub}).SignedString([]byte(o.Secret)) // want `\(jwtkey/hardcoded\)`
}
