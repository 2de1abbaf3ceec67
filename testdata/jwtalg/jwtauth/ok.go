// Package jwtauth names the algorithm beside the key.
package jwtauth

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth/v5"
)

// Guarded takes HS256 only.
func Guarded(next http.Handler) http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(ja)(next))
}
