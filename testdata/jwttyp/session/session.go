// Package session takes tokens of the package mint.
package session

import (
	"errors"

	"example.com/fixtures/jwttyp/session/mint"
)

func VulnerableUser(raw string) (string, error) {
	claims, err := mint.Read(raw) // want `refresh tokens pass as access tokens`
	if err != nil {
		return "", err
	}
	return claims.User, nil
}

func FixedUser(raw string) (string, error) {
	claims, err := mint.Read(raw)
	if err != nil {
		return "", err
	}
	if claims.Kind != "access" {
		return "", errors.New("not for access")
	}
	return claims.User, nil
}

func refresh(raw string) (string, error) {
	claims, err := mint.Read(raw)
	if err != nil {
		return "", err
	}
	return mint.NewAccess(claims.User)
}

var _ = refresh
