package dropped

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type contextKey string

// verify asks whether there is a token.
func (d *depot) verify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := parser.Parse(bearer(r), d.secret); err != nil { // want "jwtsub/no-identity"
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// halfway forgets the user when it comes to the role.
func (d *depot) halfway(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims struct {
			Role string `json:"role"`
			jwt.RegisteredClaims
		}
		_, err := parser.ParseWithClaims(bearer(r), &claims, d.secret) // want "jwtsub/no-identity"
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		withUser := context.WithValue(r.Context(), contextKey("user"), claims.Subject)
		slog.InfoContext(withUser, "halfway there")
		withRole := context.WithValue(r.Context(), contextKey("role"), claims.Role)
		next.ServeHTTP(w, r.WithContext(withRole))
	})
}
