package auth0

import (
	"net/http"

	jwtmiddleware "github.com/auth0/go-jwt-middleware"
	"github.com/form3tech-oss/jwt-go"
)

// Corrected names the method, which counts beside the keyfunc.
func Corrected(next http.Handler) http.Handler {
	return jwtmiddleware.New(jwtmiddleware.Options{
		ValidationKeyGetter: secret,
		SigningMethod:       jwt.SigningMethodHS256,
	}).Handler(next)
}
