// Package jose2go gives jose2go keys that stand in the source.
package jose2go

import (
	"errors"
	"os"

	jose "github.com/dvsekhvalnov/jose2go"
)

var secret = []byte("hunter2") // want `\(jwtkey/hardcoded\)`

// Vulnerable verifies with the variable, and Issue signs.
func Vulnerable(raw string) error {
	_, _, err := jose.Decode(raw, jose.Alg(secret, jose.HS256))
	return err
}

func Issue() (string, error) { return jose.SignBytes([]byte(`{"sub":"visitor"}`), jose.HS256, secret) }

// Callback returns the key.
func Callback(raw string) error {
	_, _, err := jose.Decode(raw, func(header map[string]any, _ string) any {
		if header["alg"] != "HS256" {
			return errors.New("unexpected algorithm")
		}
		return []byte("of the callback") // want `\(jwtkey/hardcoded\)`
	})
	return err
}

// Fallback is what counts where nobody sets the variable.
func Fallback(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	_, _, err := jose.Decode(raw, jose.Alg([]byte(key), jose.HS256))
	return err
}

var unset []byte // want `\(jwtkey/empty\)`

// Unset verifies with nothing.
func Unset(raw string) error {
	_, _, err := jose.Decode(raw, jose.Alg(unset, jose.HS256))
	return err
}

// Corrected reads it from the environment.
func Corrected(raw string) error {
	_, _, err := jose.Decode(raw, jose.Alg([]byte(os.Getenv("ORDERS_KEY")), jose.HS256))
	return err
}
