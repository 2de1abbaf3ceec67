// Package options expects an issuer where the authenticator is made.
package options

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth/v5"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// Corrected refuses tokens of others.
func Corrected(next http.Handler) http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil, jwt.WithIssuer("https://login.example"))
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(ja)(next))
}

// Given: whoever made it knows what it expects.
func Given(ja *jwtauth.JWTAuth, next http.Handler) http.Handler {
	return jwtauth.Verifier(ja)(next)
}
