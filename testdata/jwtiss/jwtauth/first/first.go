// Package first guards with the releases of jwtauth before its paths named the
// major version, which take no options.
package first

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth"
)

// Vulnerable lets tokens of any issuer with the key in.
func Vulnerable(next http.Handler) http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(next)) // want `compare it behind the Verifier \(jwtiss/missing\)`
}
