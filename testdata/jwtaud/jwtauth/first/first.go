// Package first guards with the releases of jwtauth before its paths named the
// major version, which take no options.
package first

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth"
)

var tokens = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(next http.Handler) http.Handler {
	return jwtauth.Verifier(tokens)(jwtauth.Authenticator(next)) // want `without checking its audience .*compare it behind the Verifier \(jwtaud/missing\)`
}
