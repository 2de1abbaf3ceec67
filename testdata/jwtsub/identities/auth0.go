package identities

import (
	"context"
	"log"
	"net/http"

	auth0 "github.com/auth0/go-jwt-middleware/v3"
	"github.com/auth0/go-jwt-middleware/v3/validator"
)

// auth0Guard has auth0's third major in front of a handler.
func (s *station) auth0Guard(next http.HandlerFunc) http.Handler {
	key := func(context.Context) (any, error) { return s.key, nil }
	v, err := validator.New(validator.WithKeyFunc(key), validator.WithAlgorithm(validator.HS256),
		validator.WithIssuer("https://login.example"), validator.WithAudience("lockers"))
	if err != nil {
		panic(err)
	}
	guard, err := auth0.New(auth0.WithValidator(v))
	if err != nil {
		panic(err)
	}
	return guard.CheckJWT(next)
}

func (s *station) auth0Open(w http.ResponseWriter, r *http.Request) {
	claims, err := auth0.GetClaims[*validator.ValidatedClaims](r.Context())
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Print(claims.RegisteredClaims.Subject, " opens a locker")
	s.show(w, s.lockers[r.PathValue("id")]) // want "jwtsub/unchecked-read"
}

func (s *station) auth0Empty(w http.ResponseWriter, r *http.Request) {
	delete(s.lockers, r.PathValue("id")) // want "jwtsub/unchecked-write"
}

func (s *station) auth0OpenOwn(w http.ResponseWriter, r *http.Request) {
	claims, err := auth0.GetClaims[*validator.ValidatedClaims](r.Context())
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	l := s.lockers[r.PathValue("id")]
	if l != nil && l.OwnerID != claims.RegisteredClaims.Subject {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.show(w, l)
}

func (s *station) auth0EmptyOwn(w http.ResponseWriter, r *http.Request) {
	claims := auth0.MustGetClaims[*validator.ValidatedClaims](r.Context())
	id := r.PathValue("id")
	if l := s.lockers[id]; l == nil || l.OwnerID != claims.RegisteredClaims.Subject {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	delete(s.lockers, id)
}
