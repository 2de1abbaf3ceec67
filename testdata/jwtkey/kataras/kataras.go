// Package kataras gives kataras/jwt keys that stand in the source.
package kataras

import (
	"os"

	"github.com/kataras/jwt"
)

var secret = []byte("hunter2") // want `\(jwtkey/hardcoded\)`

// Vulnerable verifies with the variable.
func Vulnerable(raw string) error {
	_, err := jwt.Verify(jwt.HS256, secret, []byte(raw))
	return err
}

func Issue(subject string) ([]byte, error) {
	return jwt.Sign(jwt.HS256, secret, jwt.Map{"sub": subject})
}

// Fallback is what counts where nobody sets the variable.
func Fallback(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	_, err := jwt.Verify(jwt.HS256, []byte(key), []byte(raw))
	return err
}

var unset []byte // want `\(jwtkey/empty\)`

// Unset verifies with nothing.
func Unset(raw string) error {
	_, err := jwt.Verify(jwt.HS256, unset, []byte(raw))
	return err
}

// Registered puts the key into a set.
func Registered(raw string) error {
	keys := make(jwt.Keys)
	shared := []byte("of the set") // want `\(jwtkey/hardcoded\)`
	keys.Register(jwt.HS256, "api", shared, shared)
	var claims map[string]any
	return keys.VerifyToken([]byte(raw), &claims)
}

func Short(subject string) ([]byte, error) {
	return jwt.Sign(jwt.HS512, jwt.MustGenerateRandom(64), jwt.Map{"sub": subject})
}

// Corrected reads it from the environment.
func Corrected(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw))
	return err
}

// CorrectedSet does so for the set.
func CorrectedSet(raw string) error {
	keys := make(jwt.Keys)
	shared := []byte(os.Getenv("ORDERS_KEY"))
	keys.Register(jwt.HS256, "api", shared, shared)
	var claims map[string]any
	return keys.VerifyToken([]byte(raw), &claims)
}

// Loaded is the name of a file, or the secret itself: silent.
func Loaded(raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, jwt.MustLoadHMAC("./hmac.key"), raw)
}
