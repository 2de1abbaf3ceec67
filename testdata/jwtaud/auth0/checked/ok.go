// Package checked compares the audience before auth0's first middleware gets
// the key, and behind it.
package checked

import (
	"errors"
	"net/http"
	"os"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/form3tech-oss/jwt-go"
)

// Corrected refuses tokens for others in the keyfunc.
func Corrected(next http.Handler) http.Handler {
	return jwtmiddleware.New(jwtmiddleware.Options{
		ValidationKeyGetter: func(token *jwt.Token) (interface{}, error) {
			claims, ok := token.Claims.(jwt.MapClaims)
			if !ok || !claims.VerifyAudience("orders", true) {
				return nil, errors.New("not for us")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
		SigningMethod: jwt.SigningMethodHS256,
	}).Handler(next)
}
