// Package lab has a key of each bad origin behind a verifier, for the attacks,
// and a verifier with a key from outside, which withstands them.
package lab

import (
	_ "embed"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var errNoKey = errors.New("DESK_KEY is not set")

var pin = jwt.WithValidMethods([]string{"HS256"})

const secret = "hunter2" // want `\(jwtkey/hardcoded\)`

func VulnerableHardcoded(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(secret), nil }, pin)
	return err
}

func VulnerableDefault(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(key), nil }, pin)
	return err
}

//go:embed secret.txt
var Embedded []byte // want `\(jwtkey/embedded\)`

func VulnerableEmbedded(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return Embedded, nil }, pin)
	return err
}

var unset []byte // want `\(jwtkey/empty\)`

func VulnerableEmpty(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return unset, nil }, pin)
	return err
}

// Corrected verifies with a key that only the operator knows, and not at all
// without one.
func Corrected(raw string) error {
	key := os.Getenv("DESK_KEY")
	if key == "" {
		return errNoKey
	}
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(key), nil }, pin)
	return err
}
