// Package wall has pictures with painters, which all may see for all that is
// known, and rooms whose nails hold whatever the path says.
package wall

import (
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

type picture struct{ ID, OwnerID, Title string }

type frame struct{ ID, Size string }

type wall struct {
	pictures map[string]picture
	keepers  map[string]string // of rooms
	frames   map[string]frame
}

type userKey struct{}

func authenticate(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			token, err := jwt.Parse(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "),
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			user, err := token.Claims.GetSubject()
			if err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, user)))
		})
	}
}

func user(r *http.Request) string {
	id, _ := r.Context().Value(userKey{}).(string)
	return id
}

// Handler is the whole wall.
func Handler(key []byte) http.Handler {
	a := &wall{
		pictures: map[string]picture{"p2": {"p2", "bob", "a field"}},
		keepers:  map[string]string{"blue": "alice", "red": "bob"},
		frames:   map[string]frame{"f2": {"f2", "a foot wide"}},
	}
	r := chi.NewRouter()
	r.Use(authenticate(key))
	r.Post("/pictures", a.hang)
	r.Get("/pictures/{id}", a.picture)
	r.Route("/rooms/{room}", func(r chi.Router) {
		r.Use(a.keeper)
		r.Get("/frames/{id}", a.frame)
		r.Delete("/frames/{id}", a.takeDown)
	})
	return r
}

func (a *wall) hang(_ http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	a.pictures[id] = picture{ID: id, OwnerID: user(r), Title: r.URL.Query().Get("title")}
}

func (a *wall) picture(w http.ResponseWriter, r *http.Request) {
	p, ok := a.pictures[chi.URLParam(r, "id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, p.Title)
}

// keeper knows about rooms and not about frames.
func (a *wall) keeper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.keepers[chi.URLParam(r, "room")] != user(r) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *wall) frame(w http.ResponseWriter, r *http.Request) {
	f, ok := a.frames[chi.URLParam(r, "id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, f.Size)
}

func (a *wall) takeDown(_ http.ResponseWriter, r *http.Request) {
	delete(a.frames, chi.URLParam(r, "id")) // want "jwtsub/weak-evidence"
}
