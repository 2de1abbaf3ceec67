// Package sundial has a function whose body the runtime has: there is nothing to
// be known of it, and no reason to stop.
package sundial

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strings"
	_ "unsafe" // for go:linkname

	"github.com/golang-jwt/jwt/v5"
)

//go:linkname clock runtime.nanotime
func clock() int64

type sundial struct{ db *sql.DB }

type callerKey struct{}

func authenticate(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), callerKey{}, claims.Subject)))
	})
}

// shadow is what somebody has noted down.
type shadow struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Note    string `json:"note"`
}

func (s *sundial) answer(w http.ResponseWriter, row *sql.Row) {
	var found shadow
	started := clock()
	if err := row.Scan(&found.ID, &found.OwnerID, &found.Note); err != nil || clock() < started {
		http.NotFound(w, nil)
		return
	}
	_ = json.NewEncoder(w).Encode(found)
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB) http.Handler {
	s := &sundial{db}
	mux := http.NewServeMux()
	mux.Handle("GET /shadows/{id}", authenticate(key, s.any))
	mux.Handle("GET /mine/{id}", authenticate(key, s.mine))
	return mux
}
