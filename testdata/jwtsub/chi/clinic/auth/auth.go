// Package auth knows the patient who asks.
package auth

import (
	"context"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type patientKey struct{}

// Required turns those away who have no token of the key's.
func Required(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), patientKey{}, claims.Subject)))
		})
	}
}

// Patient is the caller.
func Patient(ctx context.Context) string {
	id, _ := ctx.Value(patientKey{}).(string)
	return id
}
