// Package museum has its policies in Cedar's words.
package museum

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/cedar-policy/cedar-go"
	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

type exhibit struct {
	ID        string `json:"id"`
	CuratorID string `json:"curator_id"`
	Label     string `json:"label"`
}

type museum struct {
	exhibits map[string]*exhibit
	policies *cedar.PolicySet
}

const policies = `permit (principal == User::"bob", action, resource == Exhibit::"e2");`

type curatorKey struct{}

func curator(r *http.Request) string {
	name, _ := r.Context().Value(curatorKey{}).(string)
	return name
}

func authenticate(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), curatorKey{}, claims.Subject)))
		})
	}
}

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	set, err := cedar.NewPolicySetFromBytes("museum.cedar", []byte(policies))
	if err != nil {
		panic(err)
	}
	m := &museum{map[string]*exhibit{"e1": {"e1", "alice", "a jug"}, "e2": {"e2", "bob", "a crown"}}, set}
	r := chi.NewRouter()
	r.Use(authenticate(key))
	r.Get("/exhibits", m.list)
	r.Post("/exhibits", m.acquire)
	r.Put("/exhibits/{id}", m.relabel)
	r.Delete("/exhibits/{id}", m.sell)
	r.Get("/own/exhibits/{id}", m.showOwn)
	r.Put("/own/exhibits/{id}", m.relabelOwn)
	r.With(m.permitted).Delete("/own/exhibits/{id}", m.sellOwn)
	return r
}

func (m *museum) list(w http.ResponseWriter, r *http.Request) {
	own := []*exhibit{}
	for _, e := range m.exhibits {
		if e.CuratorID == curator(r) {
			own = append(own, e)
		}
	}
	reply(w, own)
}

func (m *museum) acquire(w http.ResponseWriter, r *http.Request) {
	e := &exhibit{ID: r.FormValue("id"), CuratorID: curator(r), Label: r.FormValue("label")}
	m.exhibits[e.ID] = e
	reply(w, e)
}

// request is what Cedar is asked.
func request(r *http.Request, action, id string) cedar.Request {
	return cedar.Request{
		Principal: cedar.NewEntityUID("User", cedar.String(curator(r))),
		Action:    cedar.NewEntityUID("Action", cedar.String(action)),
		Resource:  cedar.NewEntityUID("Exhibit", cedar.String(id)),
	}
}

func reply(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
