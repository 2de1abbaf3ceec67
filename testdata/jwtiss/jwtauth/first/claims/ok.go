// Package claims compares the issuer in the claims of the context.
package claims

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth"
)

// Corrected compares the issuer behind it.
func Corrected() http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(http.HandlerFunc(orders)))
}

func orders(w http.ResponseWriter, r *http.Request) {
	token, _, err := jwtauth.FromContext(r.Context())
	if err != nil || token.Issuer() != "https://login.example" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
