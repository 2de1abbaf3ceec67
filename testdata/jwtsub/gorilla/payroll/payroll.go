// Package payroll has what people are paid. The token says who it is, and the
// accounts say what they may.
package payroll

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"

	"example.com/fixtures/jwtsub/gorilla/payroll/accounts"
)

var (
	errNone      = errors.New("no such slip")
	errForbidden = errors.New("not for you")
)

// Slip is one month's pay.
type Slip struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Amount  string `json:"amount"`
}

type service struct {
	accounts *accounts.Accounts
	slips    map[string]*Slip
}

type server struct{ service *service }

type userKey struct{}

func user(ctx context.Context) string {
	name, _ := ctx.Value(userKey{}).(string)
	return name
}

func authenticate(key []byte) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims.Subject)))
		})
	}
}

// Handler is the whole application: alice is a customer, bob the administrator.
func Handler(key []byte) http.Handler {
	s := &server{&service{accounts.New(), map[string]*Slip{
		"p1": {"p1", "alice", "100"}, "p2": {"p2", "bob", "900"},
	}}}
	r := mux.NewRouter()
	r.Use(authenticate(key))
	r.HandleFunc("/slips", s.list).Methods("GET")
	r.HandleFunc("/slips", s.issue).Methods("POST")
	r.HandleFunc("/slips/{id}", s.show).Methods("GET")
	r.HandleFunc("/slips/{id}", s.raise).Methods("PUT")
	r.HandleFunc("/slips/{id}", s.void).Methods("DELETE")
	r.HandleFunc("/admin/slips/{id}", s.showAny).Methods("GET")
	r.HandleFunc("/admin/slips/{id}", s.raiseAny).Methods("PUT")
	r.HandleFunc("/admin/slips/{id}", s.voidAny).Methods("DELETE")
	return r
}

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	reply(w, s.service.of(user(r.Context())), nil)
}

func (s *server) issue(w http.ResponseWriter, r *http.Request) {
	slip := &Slip{ID: r.FormValue("id"), OwnerID: user(r.Context()), Amount: r.FormValue("amount")}
	s.service.slips[slip.ID] = slip
	reply(w, slip, nil)
}

func (s *service) of(owner string) []*Slip {
	found := []*Slip{}
	for _, slip := range s.slips {
		if slip.OwnerID == owner {
			found = append(found, slip)
		}
	}
	return found
}

func reply(w http.ResponseWriter, v any, err error) {
	switch {
	case errors.Is(err, errForbidden):
		http.Error(w, err.Error(), http.StatusForbidden)
	case err != nil:
		http.Error(w, err.Error(), http.StatusNotFound)
	default:
		if err := json.NewEncoder(w).Encode(v); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}
