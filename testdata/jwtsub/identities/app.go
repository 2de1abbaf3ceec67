// Package identities has the caller's name from the tokens of libraries that
// the other applications do not use.
package identities

import (
	"io"
	"net/http"
	"strings"
)

type locker struct{ ID, OwnerID, Content string }

type station struct {
	key     []byte
	lockers map[string]*locker
}

// Handler is the whole station: two people, a locker each.
func Handler(key []byte) http.Handler {
	s := &station{key, map[string]*locker{"l1": {"l1", "alice", "umbrella"}, "l2": {"l2", "bob", "trumpet"}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /jose/lockers", s.joseList)
	mux.HandleFunc("POST /jose/lockers", s.joseRent)
	mux.HandleFunc("GET /jose/lockers/{id}", s.joseOpen)
	mux.HandleFunc("DELETE /jose/lockers/{id}", s.joseEmpty)
	mux.HandleFunc("GET /jose/own/lockers/{id}", s.joseOpenOwn)
	mux.HandleFunc("DELETE /jose/own/lockers/{id}", s.joseEmptyOwn)
	mux.HandleFunc("GET /oidc/lockers/{id}", s.oidcOpen)
	mux.HandleFunc("DELETE /oidc/lockers/{id}", s.oidcEmpty)
	mux.HandleFunc("GET /oidc/own/lockers/{id}", s.oidcOpenOwn)
	mux.HandleFunc("DELETE /oidc/own/lockers/{id}", s.oidcEmptyOwn)
	mux.Handle("GET /jwx/lockers/{id}", s.jwxGuard(s.jwxOpen))
	mux.Handle("DELETE /jwx/lockers/{id}", s.jwxGuard(s.jwxEmpty))
	mux.Handle("GET /jwx/own/lockers/{id}", s.jwxGuard(s.jwxOpenOwn))
	mux.Handle("DELETE /jwx/own/lockers/{id}", s.jwxGuard(s.jwxEmptyOwn))
	mux.Handle("GET /auth0/lockers/{id}", s.auth0Guard(s.auth0Open))
	mux.Handle("DELETE /auth0/lockers/{id}", s.auth0Guard(s.auth0Empty))
	mux.Handle("GET /auth0/own/lockers/{id}", s.auth0Guard(s.auth0OpenOwn))
	mux.Handle("DELETE /auth0/own/lockers/{id}", s.auth0Guard(s.auth0EmptyOwn))
	mux.Handle("/gin/", s.ginRoutes())
	return mux
}

// bearer is the Authorization header without the word before the token.
func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (s *station) show(w http.ResponseWriter, l *locker) {
	if l == nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	io.WriteString(w, l.Content)
}
