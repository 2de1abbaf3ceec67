// Package choir has scores in SQL. They are listed for those who sing in the
// choir, and given away one by one.
package choir

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type score struct {
	ID      string `json:"id"`
	ChoirID string `json:"choir_id"`
	Title   string `json:"title"`
}

type server struct{ db *sql.DB }

type singerKey struct{}

func authenticate(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), singerKey{}, claims.Subject)))
	})
}

// sings tells whether the caller is in the choir.
func (s *server) sings(ctx context.Context, choir string) bool {
	name, _ := ctx.Value(singerKey{}).(string)
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM singers WHERE choir_id = $1 AND name = $2`, choir, name).Scan(&n)
	return err == nil && n > 0
}

// Handler is the application on the scores of db.
func Handler(key []byte, db *sql.DB) http.Handler {
	s := &server{db}
	mux := http.NewServeMux()
	mux.Handle("GET /choirs/{choir}/scores", authenticate(key, s.list))
	mux.Handle("GET /choirs/{choir}/scores/{id}", authenticate(key, s.showOwn))
	mux.Handle("DELETE /choirs/{choir}/scores/{id}", authenticate(key, s.tearOwn))
	mux.Handle("GET /scores/{id}", authenticate(key, s.show))
	mux.Handle("DELETE /scores/{id}", authenticate(key, s.tear))
	return mux
}

func (s *server) of(ctx context.Context, choir string) ([]score, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, choir_id, title FROM scores WHERE choir_id = $1`, choir)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []score{}
	for rows.Next() {
		var one score
		if err := rows.Scan(&one.ID, &one.ChoirID, &one.Title); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

func reply(w http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
