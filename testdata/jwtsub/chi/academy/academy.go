// Package academy knows what a caller may do by one claim of the token, and has
// functions that say what that means.
package academy

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

type academy struct {
	db    *sql.DB
	deeds map[string]map[string]bool
}

type (
	callerKey struct{}
	roleKey   struct{}
)

func guard(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			said := jwt.MapClaims{}
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), said,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			role, _ := said["role"].(string)
			ctx := context.WithValue(r.Context(), callerKey{}, said["sub"])
			next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, roleKey{}, role)))
		})
	}
}

func roleOf(ctx context.Context) string {
	role, _ := ctx.Value(roleKey{}).(string)
	return role
}

// teaches says who belongs to the faculty.
func teaches(role string) bool {
	switch strings.TrimSpace(role) {
	case "lecturer", "dean":
		return true
	}
	return false
}

// isStudent says who is among those that everybody is among.
func isStudent(role string) bool {
	switch strings.TrimSpace(role) {
	case "freshman", "sophomore":
		return true
	}
	return false
}

func faculty(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !teaches(roleOf(r.Context())) {
			http.Error(w, "for the faculty", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func students(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isStudent(roleOf(r.Context())) {
			http.Error(w, "for students", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// holding lets those pass whom the table of offices has for one of some.
func (a *academy) holding(offices ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			caller, ok := r.Context().Value(callerKey{}).(string)
			if !ok {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			for _, office := range offices {
				if has, err := a.holds(r.Context(), caller, office); err == nil && has {
					next.ServeHTTP(w, r)
					return
				}
			}
			http.Error(w, "for others", http.StatusForbidden)
		})
	}
}

func (a *academy) holds(ctx context.Context, caller, office string) (bool, error) {
	var n int
	err := a.db.QueryRowContext(ctx, "SELECT count(*) FROM offices WHERE holder = $1 AND office = $2", caller, office).Scan(&n)
	return n > 0, err
}

// mayDo says what a role lets somebody do.
func (a *academy) mayDo(role, deed string) bool { return a.deeds[role][deed] }

// revise changes a paper, if the role lets one.
func (a *academy) revise(id, text, role string) error {
	if !a.mayDo(role, "paper:revise") {
		return errors.New("for others")
	}
	_, err := a.db.Exec("UPDATE papers SET text = $1 WHERE id = $2 AND author_id <> ''", text, id)
	return err
}

func reply(w http.ResponseWriter, found any, err error) {
	if err != nil {
		http.Error(w, "not there", http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(found)
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB, deeds map[string]map[string]bool) http.Handler {
	a := &academy{db: db, deeds: deeds}
	r := chi.NewRouter()
	r.Use(guard(key))
	r.With(faculty).Delete("/papers/{id}", a.retract)
	r.With(students).Put("/papers/{id}", a.rewrite)
	r.With(a.holding("admin")).Delete("/papers/{id}/seal", a.retract)
	r.With(a.holding("member")).Put("/papers/{id}/seal", a.reseal)
	r.Put("/papers/{id}/text", a.change)
	r.Put("/papers/{id}/words", a.changeAs)
	return r
}
