// Package wrapped uses another package's functions.
package wrapped

import (
	"context"
	"net/http"

	"example.com/fixtures/jwtverify/wrapped/tokens"
)

type session struct{}

// Vulnerable does not look at the error.
func Vulnerable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, _ := tokens.Parse(r.Header.Get("Authorization")) // want `the error of tokens.Parse is dropped.*\(jwtverify/ignored-error\)`
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// VulnerableUnverified believes what nobody has verified.
func VulnerableUnverified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := tokens.Read(r.Header.Get("X-Token")) // want `tokens.Read verifies nothing.*\(jwtverify/unverified\)`
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// Corrected looks at it.
func Corrected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := tokens.Parse(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// Chosen reads the issuer first to choose who verifies.
func Chosen(next http.Handler, verifiers map[string]func(string) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := r.Header.Get("Authorization")
		if _, err := tokens.Read(raw); err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		claims, err := tokens.Parse(raw)
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// VulnerableGoesOn answers, and goes on to what everybody gets.
func VulnerableGoesOn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := tokens.Check(r.Header.Get("Authorization")); err != nil { // want `the request is refused and goes on to the handler.*\(jwtverify/ignored-error\)`
			http.Error(w, "who are you", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// Leaves answers and leaves.
func Leaves(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := tokens.Check(r.Header.Get("Authorization")); err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
