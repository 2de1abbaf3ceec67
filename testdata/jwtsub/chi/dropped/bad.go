package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type userKey struct{}

type roleKey struct{}

// verify looks at the signature and not at the claims.
func verify(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			token, err := jwt.Parse(bearer(r), hs256(key)) // want "jwtsub/no-identity"
			if err != nil || !token.Valid {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// roles takes the request's context twice, and the second one wins.
func roles(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			claims := jwt.MapClaims{}
			if _, err := jwt.ParseWithClaims(bearer(r), claims, hs256(key)); err != nil { // want "jwtsub/no-identity"
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			ctx := context.WithValue(r.Context(), userKey{}, claims["sub"])
			ctx = context.WithValue(r.Context(), roleKey{}, claims["role"])
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}
