// Package web answers requests for deeds, and has never seen who keeps them.
package web

import (
	"context"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/chi/chambers/ports"
)

type claims struct {
	Schema string `json:"schema"`
	jwt.RegisteredClaims
}

func known(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var mine claims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &mine,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), ports.Key("schema"), mine.Schema)))
		})
	}
}

type office struct{ deeds ports.Deeds }

func done(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, "gone wrong", http.StatusInternalServerError)
	}
}

func (o *office) seal(w http.ResponseWriter, r *http.Request) {
	deed, err := o.deeds.Find(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	deed.Sealed = true
	done(w, o.deeds.Seal(r.Context(), deed))
}

func (o *office) tear(w http.ResponseWriter, r *http.Request) {
	done(w, o.deeds.Tear(r.Context(), chi.URLParam(r, "id")))
}

// Routes of the office.
func Routes(key []byte, deeds ports.Deeds) http.Handler {
	o := &office{deeds}
	r := chi.NewRouter()
	r.Use(known(key))
	r.Put("/deeds/{id}/seal", o.seal)
	r.Delete("/deeds/{id}", o.tear)
	return r
}
