// Package quay slows callers down on some of its routes: how often somebody
// may call is no question of a role.
package quay

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/time/rate"
)

type quay struct {
	key    []byte
	slow   sync.Map // of *rate.Limiter, by caller
	yearly throttle
}

// throttle counts somewhere else.
type throttle interface{ Permit(who string) bool }

type callerKey struct{}

func (q *quay) token(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return q.key, nil }, jwt.WithValidMethods([]string{"HS256"}),
			jwt.WithAudience("quay"), jwt.WithIssuer("login"), jwt.WithExpirationRequired())
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, mine.Subject)))
	}
}

func caller(r *http.Request) string {
	who, _ := r.Context().Value(callerKey{}).(string)
	return who
}

func (q *quay) paceOf(who string) *rate.Limiter {
	pace, _ := q.slow.LoadOrStore(who, rate.NewLimiter(1, 5))
	return pace.(*rate.Limiter)
}

func (q *quay) gently(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !q.paceOf(caller(r)).Allow() {
			http.Error(w, "gently", http.StatusTooManyRequests)
			return
		}
		next(w, r)
	}
}

func (q *quay) seldom(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !q.yearly.Permit(caller(r)) {
			http.Error(w, "not this year", http.StatusTooManyRequests)
			return
		}
		next(w, r)
	}
}

func (q *quay) done(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// Handler is the whole application.
func Handler(key []byte, yearly throttle) http.Handler {
	q := &quay{key: key, yearly: yearly}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /ropes/{id}/knots", q.token(q.gently(q.done)))
	mux.HandleFunc("DELETE /ropes/{id}/knots", q.token(q.done))
	mux.HandleFunc("POST /sails/{id}/patches", q.token(q.seldom(q.done)))
	mux.HandleFunc("DELETE /sails/{id}/patches", q.token(q.done))
	return mux
}
