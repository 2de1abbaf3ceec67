// Package results gets its keys from functions, variables and constants, its
// own and those of another package.
package results

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/settings"
)

func token(user string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user})
}

func own() []byte { return []byte("returned-by-a-function") } // want "jwtkey/hardcoded"

func Own(user string) (string, error) { return token(user).SignedString(own()) }

func twice() []byte { return inner() }

func inner() []byte {
	return []byte("returned-by-the-inner-function") // want "jwtkey/hardcoded"
}

func Twice(user string) (string, error) { return token(user).SignedString(twice()) }

type store struct{}

func (store) secret() (string, error) {
	return "returned-by-a-method", nil // want "jwtkey/hardcoded"
}

func Method(user string) (string, error) {
	key, err := store{}.secret()
	if err != nil {
		return "", err
	}
	return token(user).SignedString([]byte(key))
}

// What stands in another package is reported where it comes in.

func Other(user string) (string, error) {
	return token(user).SignedString([]byte(settings.Secret())) // want "jwtkey/hardcoded"
}

func Pair(user string) (string, error) {
	key, err := settings.SecretOr() // want "jwtkey/hardcoded"
	if err != nil {
		return "", err
	}
	return token(user).SignedString(key)
}

func Variable(user string) (string, error) {
	return token(user).SignedString(settings.Key) // want "jwtkey/hardcoded"
}

func Constant(user string) (string, error) {
	return token(user).SignedString([]byte(settings.Default)) // want "jwtkey/hardcoded"
}
