// Package jwtauth gives go-chi/jwtauth keys that stand in the source.
package jwtauth

import (
	"net/http"
	"os"

	auth1 "github.com/go-chi/jwtauth"
	"github.com/go-chi/jwtauth/v5"
)

var tokens *jwtauth.JWTAuth

func init() {
	tokens = jwtauth.New("HS256", []byte("hunter2"), nil) // want `\(jwtkey/hardcoded\)`
}

// Vulnerable verifies with the key of init.
func Vulnerable(next http.Handler) http.Handler {
	return jwtauth.Verifier(tokens)(jwtauth.Authenticator(tokens)(next))
}

// VulnerableFirst has one of the first releases verify with such a key.
func VulnerableFirst(next http.Handler) http.Handler {
	return auth1.Verifier(auth1.New("HS256", []byte("hunter1"), nil))(auth1.Authenticator(next)) // want `\(jwtkey/hardcoded\)`
}

// Fallback is what counts where nobody sets the variable.
func Fallback(next http.Handler) http.Handler {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	ja := jwtauth.New("HS256", []byte(key), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(ja)(next))
}

// Corrected reads it from the environment.
func Corrected(next http.Handler) http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(ja)(next))
}
