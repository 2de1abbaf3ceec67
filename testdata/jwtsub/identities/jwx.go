package identities

import (
	"context"
	"log"
	"net/http"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

type tokenKey struct{}

// jwxGuard verifies with jwx and leaves the token in the context.
func (s *station) jwxGuard(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.ParseRequest(r, jwt.WithKey(jwa.HS256(), s.key))
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), tokenKey{}, token)))
	})
}

// passenger is whose the token in the context is.
func passenger(r *http.Request) string {
	token, ok := r.Context().Value(tokenKey{}).(jwt.Token)
	if !ok {
		return ""
	}
	subject, _ := token.Subject()
	return subject
}

func (s *station) jwxOpen(w http.ResponseWriter, r *http.Request) {
	s.show(w, s.lockers[r.PathValue("id")]) // want "jwtsub/unchecked-read"
}

func (s *station) jwxEmpty(w http.ResponseWriter, r *http.Request) {
	log.Print(passenger(r), " empties a locker")
	delete(s.lockers, r.PathValue("id")) // want "jwtsub/unchecked-write"
}

func (s *station) jwxOpenOwn(w http.ResponseWriter, r *http.Request) {
	l := s.lockers[r.PathValue("id")]
	if l != nil && l.OwnerID != passenger(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.show(w, l)
}

// jwxEmptyOwn has the claim by its name.
func (s *station) jwxEmptyOwn(w http.ResponseWriter, r *http.Request) {
	token := r.Context().Value(tokenKey{}).(jwt.Token)
	var user string
	if err := token.Get("sub", &user); err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	id := r.PathValue("id")
	if l := s.lockers[id]; l == nil || l.OwnerID != user {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	delete(s.lockers, id)
}
