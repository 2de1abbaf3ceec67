// Package kept keeps its authenticators where other packages see them.
package kept

import (
	"net/http"
	"os"

	"github.com/go-chi/jwtauth/v5"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// Auth verifies with an authenticator in an exported field.
type Auth struct {
	Tokens  *jwtauth.JWTAuth
	Careful *jwtauth.JWTAuth
	Given   *jwtauth.JWTAuth
}

// New makes all authenticators but one.
func New() *Auth {
	return &Auth{
		Tokens:  jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil),
		Careful: jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil, jwt.WithAudience("orders")),
	}
}

// Verifier is for the routes of other packages: they are asked.
func (a *Auth) Verifier() func(http.Handler) http.Handler { return jwtauth.Verifier(a.Tokens) }

// CarefulVerifier expects an audience.
func (a *Auth) CarefulVerifier() func(http.Handler) http.Handler { return jwtauth.Verifier(a.Careful) }

// GivenVerifier verifies with what other packages have set.
func (a *Auth) GivenVerifier() func(http.Handler) http.Handler { return jwtauth.Verifier(a.Given) }

// Shared is a variable that other packages see.
var Shared *jwtauth.JWTAuth

var own *jwtauth.JWTAuth

// Init makes them.
func Init() {
	Shared = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	own = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
}

// Own returns one.
func Own() *jwtauth.JWTAuth { return own }

// Unset is for other packages to set.
var Unset *jwtauth.JWTAuth

// Mux guards with the variables.
func Mux(mux *http.ServeMux, h http.Handler) {
	mux.Handle("/shared", jwtauth.Verifier(Shared)(h)) // want `\(jwtaud/missing\)`
	mux.Handle("/unset", jwtauth.Verifier(Unset)(h))
}

// Serve guards with the fields.
func (a *Auth) Serve(mux *http.ServeMux, h http.Handler) {
	mux.Handle("/tokens", jwtauth.Verifier(a.Tokens)(h)) // want `\(jwtaud/missing\)`
	mux.Handle("/careful", jwtauth.Verifier(a.Careful)(h))
	mux.Handle("/given", jwtauth.Verifier(a.Given)(h))
}
