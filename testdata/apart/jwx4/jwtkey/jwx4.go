// Package jwx4 gives the fourth major of lestrrat-go/jwx keys that stand in the
// source.
package jwx4

import (
	"os"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jwk"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

// Vulnerable has the secret beside the algorithm.
func Vulnerable(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), []byte("hunter2"))) // want `\(jwtkey/hardcoded\)`
	return err
}

// Wrapped has it in the library's form.
func Wrapped(raw string) error {
	key, err := jwk.Import[jwk.Key]([]byte("imported-from-the-source")) // want `\(jwtkey/hardcoded\)`
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key))
	return err
}

// Fallback is what counts where nobody sets the variable.
func Fallback(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), []byte(key)))
	return err
}

// Corrected reads it from the environment.
func Corrected(raw string) error {
	key, err := jwk.Import[jwk.Key]([]byte(os.Getenv("DESK_KEY")))
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key))
	return err
}
