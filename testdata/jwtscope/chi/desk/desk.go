// Package desk asks for a scope on nearly every route of its router.
package desk

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

type scopesKey struct{}

type desk struct{ key []byte }

func (d *desk) token(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		tok, err := jwt.Parse([]byte(raw), jwt.WithKey(jwa.HS256(), d.key), jwt.WithAudience("desk"), jwt.WithIssuer("login"),
			jwt.WithRequiredClaim("exp"))
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		var scopes []string
		if err := tok.Get("scopes", &scopes); err != nil {
			http.Error(w, "no scopes", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), scopesKey{}, scopes)))
	})
}

func scope(name string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			scopes, _ := r.Context().Value(scopesKey{}).([]string)
			if !slices.Contains(scopes, name) {
				http.Error(w, "not yours", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func (d *desk) done(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	d := &desk{key}
	r := chi.NewRouter()
	r.Use(d.token)
	r.With(scope("tickets")).Post("/tickets", d.done)
	r.With(scope("tickets")).Put("/tickets/{id}", d.done)
	r.With(scope("tickets")).Delete("/tickets/{id}", d.done)
	r.With(scope("labels")).Post("/labels", d.done)
	r.With(scope("labels")).Delete("/labels/{id}", d.done)
	r.Delete("/attachments/{id}", d.done) // want `does without desk.scope \(any valid token will do\); ask as POST /tickets does .*jwtscope/missing`
	r.Get("/tickets/{id}", d.done)
	r.Post("/logout", d.done)
	return r
}
