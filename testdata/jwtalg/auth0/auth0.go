// Package auth0 leaves the algorithm open in auth0's first middleware.
package auth0

import (
	"net/http"
	"os"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/form3tech-oss/jwt-go"
)

func secret(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable names no method.
func Vulnerable(next http.Handler) http.Handler {
	return jwtmiddleware.New(jwtmiddleware.Options{ // want `a \[\]byte key works with any HS\* method.*set SigningMethod \(jwtalg/unpinned\)`
		ValidationKeyGetter: secret,
	}).Handler(next)
}
