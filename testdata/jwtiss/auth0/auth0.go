// Package auth0 guards routes with auth0's first middleware, which checks no
// issuer.
package auth0

import (
	"net/http"
	"os"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/form3tech-oss/jwt-go"
)

func secret(*jwt.Token) (interface{}, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable lets tokens of any issuer in.
func Vulnerable(next http.Handler) http.Handler {
	guard := jwtmiddleware.New(jwtmiddleware.Options{ // want `without checking its issuer .*check iss in ValidationKeyGetter \(jwtiss/missing\)`
		ValidationKeyGetter: secret,
		SigningMethod:       jwt.SigningMethodHS256,
	})
	return guard.Handler(named(next))
}

// named wants a subject, whoever signed the token.
func named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := r.Context().Value("user").(*jwt.Token)
		if !ok {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		if claims, ok := token.Claims.(jwt.MapClaims); !ok || claims["sub"] == "" {
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// New is made for other packages: they are asked.
func New() *jwtmiddleware.JWTMiddleware {
	return jwtmiddleware.New(jwtmiddleware.Options{ValidationKeyGetter: secret, SigningMethod: jwt.SigningMethodHS256})
}
