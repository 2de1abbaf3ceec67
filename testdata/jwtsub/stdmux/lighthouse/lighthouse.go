// Package lighthouse has lamps in SQL, and keeps in memory what it has read
// lately: that a lamp was looked at is no change of the lamp.
package lighthouse

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type lamp struct {
	ID       string `json:"id"`
	KeeperID string `json:"keeper_id"`
	Colour   string `json:"colour"`
}

var (
	db         *sql.DB
	cacheLamps = map[string]lamp{}      // read lately
	recent     = map[string]lamp{}      // read lately, too
	seen       = map[string]time.Time{} // when somebody asked last
	lit        = map[string]lamp{}      // the ones that shine: what is put in is lit
)

type keeperKey struct{}

func guard(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), keeperKey{}, claims.Subject)))
	})
}

func keeper(r *http.Request) string {
	name, _ := r.Context().Value(keeperKey{}).(string)
	return name
}

// Handler is the application.
func Handler(key []byte) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("PUT /lamps/{id}/colour", guard(key, ownCached(paint)))
	mux.Handle("DELETE /lamps/{id}/colour", guard(key, ownRecent(paint)))
	mux.Handle("POST /lamps/{id}/shutters", guard(key, shut))
	mux.Handle("POST /lamps/{id}/light", guard(key, light))
	mux.Handle("DELETE /lamps/{id}/light", guard(key, douse))
	return mux
}

func read(id string) (lamp, error) {
	var l lamp
	row := db.QueryRow(`SELECT id, keeper_id, colour FROM lamps WHERE id = $1`, id)
	err := row.Scan(&l.ID, &l.KeeperID, &l.Colour)
	return l, err
}

func paint(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("painted"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
