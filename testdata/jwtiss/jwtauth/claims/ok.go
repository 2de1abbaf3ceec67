// Package claims compares the issuer in the claims of the context.
package claims

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth/v5"
)

var tokens = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)

// Handler guards an endpoint that compares by itself.
func Handler() http.Handler {
	return jwtauth.Verifier(tokens)(jwtauth.Authenticator(tokens)(http.HandlerFunc(orders)))
}

func orders(w http.ResponseWriter, r *http.Request) {
	_, claims, err := jwtauth.FromContext(r.Context())
	issuer, _ := claims["iss"].(string)
	if err != nil || issuer != "https://login.example" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
