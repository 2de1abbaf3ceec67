package identities

import (
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// joseUser verifies with go-jose and has the claims decoded into a struct.
func (s *station) joseUser(r *http.Request) (string, error) {
	token, err := jwt.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	if err := token.Claims(s.key, &claims); err != nil {
		return "", err
	}
	if claims.Subject == "" {
		return "", errors.New("nobody's")
	}
	return claims.Subject, claims.Validate(jwt.Expected{Time: time.Now()})
}

func (s *station) joseList(w http.ResponseWriter, r *http.Request) {
	user, err := s.joseUser(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	for _, l := range s.lockers {
		if l.OwnerID == user {
			s.show(w, l)
		}
	}
}

func (s *station) joseRent(w http.ResponseWriter, r *http.Request) {
	user, err := s.joseUser(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id := r.FormValue("id")
	if s.lockers[id] != nil {
		w.WriteHeader(http.StatusConflict)
		return
	}
	s.lockers[id] = &locker{ID: id, OwnerID: user, Content: r.FormValue("content")}
}

func (s *station) joseOpen(w http.ResponseWriter, r *http.Request) {
	if _, err := s.joseUser(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.show(w, s.lockers[r.PathValue("id")]) // want "jwtsub/unchecked-read"
}

func (s *station) joseEmpty(w http.ResponseWriter, r *http.Request) {
	user, err := s.joseUser(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Print(user, " empties a locker")
	delete(s.lockers, r.PathValue("id")) // want "jwtsub/unchecked-write"
}

func (s *station) joseOpenOwn(w http.ResponseWriter, r *http.Request) {
	user, err := s.joseUser(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	l := s.lockers[r.PathValue("id")]
	if l != nil && l.OwnerID != user {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.show(w, l)
}

func (s *station) joseEmptyOwn(w http.ResponseWriter, r *http.Request) {
	user, err := s.joseUser(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id")
	if l := s.lockers[id]; l == nil || l.OwnerID != user {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	delete(s.lockers, id)
}
