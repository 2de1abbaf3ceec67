// Package gate verifies with the keys of package issuer, where they are
// reported: one cause, one finding.
package gate

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/once/issuer"
)

func Session(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(issuer.Secret), nil })
	return err
}

func Invitation(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return issuer.Key, nil })
	return err
}
