package identities

import (
	"context"
	"log"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"
)

// VerifySignature makes the station the key set of its own verifier.
func (s *station) VerifySignature(_ context.Context, raw string) ([]byte, error) {
	signed, err := jose.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	return signed.Verify(s.key)
}

// oidcToken verifies with go-oidc.
func (s *station) oidcToken(r *http.Request) (*oidc.IDToken, error) {
	verifier := oidc.NewVerifier("https://login.example", s, &oidc.Config{SkipClientIDCheck: true, SupportedSigningAlgs: []string{"HS256"}})
	return verifier.Verify(r.Context(), bearer(r))
}

func (s *station) oidcOpen(w http.ResponseWriter, r *http.Request) {
	token, err := s.oidcToken(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Print(token.Subject, " opens a locker")
	s.show(w, s.lockers[r.PathValue("id")]) // want "jwtsub/unchecked-read"
}

func (s *station) oidcEmpty(w http.ResponseWriter, r *http.Request) {
	if _, err := s.oidcToken(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	delete(s.lockers, r.PathValue("id")) // want "jwtsub/unchecked-write"
}

// oidcOpenOwn compares with a field of the token.
func (s *station) oidcOpenOwn(w http.ResponseWriter, r *http.Request) {
	token, err := s.oidcToken(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	l := s.lockers[r.PathValue("id")]
	if l != nil && l.OwnerID != token.Subject {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.show(w, l)
}

// oidcEmptyOwn compares with a claim that it decodes by itself.
func (s *station) oidcEmptyOwn(w http.ResponseWriter, r *http.Request) {
	token, err := s.oidcToken(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var who struct {
		User string `json:"sub"`
	}
	if err := token.Claims(&who); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id")
	if l := s.lockers[id]; l == nil || l.OwnerID != who.User {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	delete(s.lockers, id)
}
