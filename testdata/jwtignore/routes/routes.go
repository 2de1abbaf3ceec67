// Package routes puts the token check before handlers of another package: what
// is found there stands here, and so does what silences it.
package routes

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtignore/routes/letters"
)

func authenticate(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}),
			jwt.WithAudience("mail"), jwt.WithIssuer("https://login.example"))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(letters.As(r.Context(), claims.Subject)))
	})
}

// Handler is the mailbox.
func Handler(key []byte, box *letters.Box) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /letters", authenticate(key, box.List))
	mux.Handle("GET /letters/{id}", authenticate(key, box.Show))    //jwtvet:ignore jwtsub/weak-evidence letters are open in this office
	mux.Handle("DELETE /letters/{id}", authenticate(key, box.Burn)) // want `\(jwtsub/unchecked-write\)`
	return mux
}
