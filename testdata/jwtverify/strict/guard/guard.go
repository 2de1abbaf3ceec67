// Package guard refuses requests that a middleware has let pass.
package guard

import (
	"net/http"

	"github.com/go-chi/jwtauth/v5"
)

// Required asks for the outcome.
func Required(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token, _, err := jwtauth.FromContext(r.Context()); err != nil || token == nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
