// Package jwtauth guards routes with go-chi/jwtauth and expects no issuer.
package jwtauth

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth/v5"
)

var tokens *jwtauth.JWTAuth

func init() { tokens = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil) }

// Global verifies with the variable.
func Global(mux *http.ServeMux) {
	mux.Handle("/", jwtauth.Verifier(tokens)(jwtauth.Authenticator(tokens)(http.HandlerFunc(home)))) // want `without checking its issuer .*pass jwt.WithIssuer to jwtauth.New \(jwtiss/missing\)`
}

func home(w http.ResponseWriter, r *http.Request) {
	_, claims, err := jwtauth.FromContext(r.Context())
	if err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	subject, _ := claims["sub"].(string)
	http.Error(w, subject, http.StatusOK)
}

// Vulnerable lets tokens of any issuer in.
func Vulnerable(next http.Handler) http.Handler {
	ja := jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	return jwtauth.Verifier(ja)(jwtauth.Authenticator(ja)(next)) // want `\(jwtiss/missing\)`
}

// Signer signs and never verifies.
func Signer() *jwtauth.JWTAuth { return jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil) }
