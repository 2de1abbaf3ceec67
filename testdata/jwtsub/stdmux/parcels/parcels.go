// Package parcels cuts its IDs out of the path by hand.
package parcels

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type parcel struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Weight  string `json:"weight"`
}

type office struct{ parcels map[string]*parcel }

type userKey struct{}

func user(r *http.Request) string {
	name, _ := r.Context().Value(userKey{}).(string)
	return name
}

func authenticate(key []byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		log.Print(r.URL.Path)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims.Subject)))
	})
}

// Handler is the whole application: two people, a parcel each.
func Handler(key []byte) http.Handler {
	o := &office{map[string]*parcel{"p1": {"p1", "alice", "1 kg"}, "p2": {"p2", "bob", "20 kg"}}}
	mux := http.NewServeMux()
	mux.Handle("/parcels", authenticate(key, http.HandlerFunc(o.all)))
	mux.Handle("/parcels/", authenticate(key, http.HandlerFunc(o.one)))
	mux.Handle("/weigh/", authenticate(key, http.HandlerFunc(o.weigh)))
	mux.Handle("/drop/", authenticate(key, http.HandlerFunc(o.drop)))
	mux.Handle("/burn/", authenticate(key, http.HandlerFunc(o.burn)))
	mux.Handle("/cut/", authenticate(key, http.HandlerFunc(o.cut)))
	mux.Handle("/own/parcels/", authenticate(key, http.HandlerFunc(o.ownOne)))
	mux.Handle("/own/weigh/", authenticate(key, http.HandlerFunc(o.weighOwn)))
	mux.Handle("/own/drop/", authenticate(key, http.HandlerFunc(o.dropOwn)))
	mux.Handle("/help/", authenticate(key, http.HandlerFunc(help)))
	return mux
}

// all lists the caller's parcels and adds to them.
func (o *office) all(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		p := &parcel{ID: r.FormValue("id"), OwnerID: user(r), Weight: r.FormValue("weight")}
		o.parcels[p.ID] = p
		reply(w, p)
		return
	}
	own := []*parcel{}
	for _, p := range o.parcels {
		if p.OwnerID == user(r) {
			own = append(own, p)
		}
	}
	reply(w, own)
}

func reply(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
