// Package routes guards its routes with what another package keeps.
package routes

import (
	"net/http"

	"github.com/go-chi/jwtauth/v5"

	"example.com/fixtures/jwtaud/jwtauth/kept"
)

// Vulnerable has middlewares of an authenticator that expects nothing.
func Vulnerable(mux *http.ServeMux, h http.Handler) {
	auth := kept.New()
	mux.Handle("/", auth.Verifier()(h)) // want `\(jwtaud/missing\)`
	mux.Handle("/careful", auth.CarefulVerifier()(h))
	mux.Handle("/given", auth.GivenVerifier()(h))
}

// VulnerableShared has the authenticator itself.
func VulnerableShared(mux *http.ServeMux, h http.Handler) {
	mux.Handle("/shared", jwtauth.Verifier(kept.Shared)(h)) // want `\(jwtaud/missing\)`
	mux.Handle("/own", jwtauth.Verifier(kept.Own())(h))     // want `\(jwtaud/missing\)`
	mux.Handle("/unset", jwtauth.Verifier(kept.Unset)(h))
}
