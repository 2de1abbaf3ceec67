// Package claims compares the audience in the claims of the context.
package claims

import (
	"net/http"
	"os"
	"slices"

	"github.com/go-chi/jwtauth"
)

// Corrected compares the audience behind it.
func Corrected() http.Handler {
	mine := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(mine)(jwtauth.Authenticator(http.HandlerFunc(orders)))
}

func orders(w http.ResponseWriter, r *http.Request) {
	_, claims, err := jwtauth.FromContext(r.Context())
	audience, _ := claims["aud"].([]string)
	if err != nil || !slices.Contains(audience, "orders") {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
