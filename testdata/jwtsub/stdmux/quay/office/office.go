// Package office answers requests.
package office

import (
	"context"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/stdmux/quay/ports"
)

// Office asks the harbour.
type Office struct {
	key     []byte
	harbour ports.Harbour
}

// New returns one.
func New(key []byte, h ports.Harbour) *Office { return &Office{key, h} }

type clerkKey struct{}

func (o *Office) authenticate(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return o.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), clerkKey{}, claims.Subject)))
	})
}

func caller(r *http.Request) string {
	who, _ := r.Context().Value(clerkKey{}).(string)
	return who
}

func answer(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, "no crate", http.StatusNotFound)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (o *Office) sink(w http.ResponseWriter, r *http.Request) {
	answer(w, o.harbour.Sink(r.Context(), r.PathValue("id")))
}

func (o *Office) sinkOwn(w http.ResponseWriter, r *http.Request) {
	answer(w, o.harbour.SinkOwn(r.Context(), r.PathValue("id"), caller(r)))
}

// Routes registers them all.
func (o *Office) Routes(mux *http.ServeMux) {
	mux.Handle("DELETE /crates/{id}", o.authenticate(o.sink))
	mux.Handle("DELETE /mine/{id}", o.authenticate(o.sinkOwn))
}
