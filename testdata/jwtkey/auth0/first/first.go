// Package first gives auth0's first middleware keys that stand in the source.
package first

import (
	"net/http"
	"os"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/form3tech-oss/jwt-go"
)

func guard(key jwt.Keyfunc, next http.Handler) http.Handler {
	return jwtmiddleware.New(jwtmiddleware.Options{ValidationKeyGetter: key, SigningMethod: jwt.SigningMethodHS256}).Handler(next)
}

// Vulnerable returns the secret from the keyfunc.
func Vulnerable(next http.Handler) http.Handler {
	return guard(func(*jwt.Token) (interface{}, error) {
		return []byte("hunter2"), nil // want `\(jwtkey/hardcoded\)`
	}, next)
}

// Fallback is what counts where nobody sets the variable.
func Fallback(next http.Handler) http.Handler {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	return guard(func(*jwt.Token) (interface{}, error) { return []byte(key), nil }, next)
}

// Unset is no key at all.
func Unset(next http.Handler) http.Handler {
	var key []byte
	return guard(func(*jwt.Token) (interface{}, error) { return key, nil }, next) // want `\(jwtkey/empty\)`
}

// Corrected reads it from the environment.
func Corrected(next http.Handler) http.Handler {
	return guard(func(*jwt.Token) (interface{}, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }, next)
}
