// Package aerie has birds that follow each other and call out; what they whisper
// is for one of them.
package aerie

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type aerie struct{ db *sql.DB }

type birdKey struct{}

func authenticate(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), birdKey{}, claims.Subject)))
	})
}

type bond struct {
	FollowerID int64  `json:"follower_id"`
	Name       string `json:"name"`
}

type call struct {
	ID     int64  `json:"id"`
	BirdID string `json:"bird_id"`
	Text   string `json:"text"`
}

type message struct {
	ID     int64  `json:"id"`
	ToID   string `json:"to_id"`
	UserID string `json:"user_id"`
	Text   string `json:"text"`
}

type echo struct {
	ID    int64  `json:"id"`
	Place string `json:"place"`
}

type answer echo

type responseUserDetails struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func list[T any](w http.ResponseWriter, rows *sql.Rows, err error, scan func(*T) []any) {
	if err != nil {
		http.Error(w, "not there", http.StatusNotFound)
		return
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := rows.Scan(scan(&one)...); err != nil {
			http.Error(w, "not to be read", http.StatusInternalServerError)
			return
		}
		all = append(all, one)
	}
	_ = json.NewEncoder(w).Encode(all)
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB) http.Handler {
	a := &aerie{db}
	mux := http.NewServeMux()
	mux.Handle("GET /users/{userId}/followers", authenticate(key, a.followers))
	mux.Handle("GET /users/{userId}/following", authenticate(key, a.following))
	mux.Handle("GET /users/me", authenticate(key, a.me))
	mux.Handle("GET /users/{id}", authenticate(key, a.bird))
	mux.Handle("GET /calls", authenticate(key, a.calls))
	mux.Handle("GET /calls/{id}/answers", authenticate(key, a.answers))
	mux.Handle("GET /users/{userId}/calls", authenticate(key, a.callsOf))
	mux.Handle("GET /users/{userId}/messages", authenticate(key, a.messagesOf))
	mux.Handle("GET /messages", authenticate(key, a.ownMessages))
	mux.Handle("GET /messages/{id}/echoes", authenticate(key, a.echoes))
	return mux
}
