// Package board has posts that have authors and are meant for all, as far as
// anyone can tell, and columns whose cards are not asked where they hang.
package board

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type post struct {
	ID     string `json:"id"`
	UserID string `json:"user_id"`
	Text   string `json:"text"`
}

type card struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type board struct {
	key     []byte
	posts   map[string]post
	columns map[string]string // to the user who may work there
	cards   map[string]card
}

type userKey struct{}

func (b *board) auth(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return b.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims.Subject)))
	})
}

func user(r *http.Request) string {
	id, _ := r.Context().Value(userKey{}).(string)
	return id
}

// Handler is the whole board.
func Handler(key []byte) http.Handler {
	b := &board{
		key:     key,
		posts:   map[string]post{"p2": {"p2", "bob", "lost: a cat"}},
		columns: map[string]string{"blue": "alice", "red": "bob"},
		cards:   map[string]card{"c2": {"c2", "find the cat"}},
	}
	mux := http.NewServeMux()
	mux.Handle("POST /posts", b.auth(b.publish))
	mux.Handle("GET /posts/{id}", b.auth(b.post))
	mux.Handle("GET /columns/{column}/cards/{id}", b.auth(b.card))
	mux.Handle("DELETE /columns/{column}/cards/{id}", b.auth(b.drop))
	return mux
}

func (b *board) publish(w http.ResponseWriter, r *http.Request) {
	p := post{ID: r.URL.Query().Get("id"), UserID: user(r), Text: r.URL.Query().Get("text")}
	b.posts[p.ID] = p
	json.NewEncoder(w).Encode(p)
}

func (b *board) post(w http.ResponseWriter, r *http.Request) {
	p, ok := b.posts[r.PathValue("id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(p)
}

func (b *board) card(w http.ResponseWriter, r *http.Request) {
	if b.columns[r.PathValue("column")] != user(r) {
		http.Error(w, "not your column", http.StatusForbidden)
		return
	}
	c, ok := b.cards[r.PathValue("id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(c)
}

func (b *board) drop(w http.ResponseWriter, r *http.Request) {
	if b.columns[r.PathValue("column")] != user(r) {
		http.Error(w, "not your column", http.StatusForbidden)
		return
	}
	delete(b.cards, r.PathValue("id")) // want "jwtsub/weak-evidence"
}
