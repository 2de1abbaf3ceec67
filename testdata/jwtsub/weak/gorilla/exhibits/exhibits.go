// Package exhibits keeps what is lent to a museum in SQL: a lender is no
// secret-keeper, and labels are found without their hall.
package exhibits

import (
	"context"
	"database/sql"
	"io"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
)

type museum struct{ db *sql.DB }

type userKey struct{}

func authenticate(key []byte) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims.Subject)))
		})
	}
}

func user(r *http.Request) string { return r.Context().Value(userKey{}).(string) }

// Handler is the whole museum on db.
func Handler(key []byte, db *sql.DB) http.Handler {
	m := &museum{db}
	r := mux.NewRouter()
	r.Use(authenticate(key))
	r.HandleFunc("/exhibits", m.lend).Methods("POST")
	r.HandleFunc("/exhibits/{id}", m.exhibit).Methods("GET")
	hall := r.PathPrefix("/halls/{hall}").Subrouter()
	hall.Use(m.guide)
	hall.HandleFunc("/labels/{id}", m.label).Methods("GET")
	hall.HandleFunc("/labels/{id}", m.peel).Methods("DELETE")
	return r
}

func (m *museum) lend(w http.ResponseWriter, r *http.Request) {
	_, err := m.db.Exec(`INSERT INTO exhibits (id, owner_id, title) VALUES ($1, $2, $3)`,
		r.URL.Query().Get("id"), user(r), r.URL.Query().Get("title"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func (m *museum) exhibit(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/weak-evidence"
	var title string
	if err := m.db.QueryRow(`SELECT title FROM exhibits WHERE id = $1`, id).Scan(&title); err != nil {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, title)
}

// guide lets the hall's guides through.
func (m *museum) guide(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		err := m.db.QueryRow(`SELECT COUNT(*) FROM guides WHERE hall = $1 AND name = $2`, mux.Vars(r)["hall"], user(r)).Scan(&n)
		if err != nil || n == 0 {
			http.Error(w, "not your hall", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (m *museum) label(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/weak-evidence"
	var text string
	if err := m.db.QueryRow(`SELECT text FROM labels WHERE id = $1`, id).Scan(&text); err != nil {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, text)
}

func (m *museum) peel(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/weak-evidence"
	if _, err := m.db.Exec(`DELETE FROM labels WHERE id = $1`, id); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
