// Package dropped verifies tokens in front of chi's routes and loses whose
// they are.
package dropped

import (
	"io"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

type wallet struct{ ownerID, balance string }

type bank struct{ wallets map[string]wallet }

func hs256(key []byte) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		if t.Method != jwt.SigningMethodHS256 {
			return nil, jwt.ErrTokenUnverifiable
		}
		return key, nil
	}
}

// bearer is the Authorization header without the word before the token.
func bearer(r *http.Request) string {
	const scheme = "Bearer "
	header := r.Header.Get("Authorization")
	if len(header) < len(scheme) {
		return ""
	}
	return header[len(scheme):]
}

// Handler is the whole bank: two people, a wallet each.
func Handler(key []byte) http.Handler {
	b := &bank{map[string]wallet{"w1": {"alice", "5.00"}, "w2": {"bob", "70.00"}}}
	r := chi.NewRouter()
	r.Route("/wallets/{id}", func(r chi.Router) {
		r.Use(verify(key))
		r.Get("/", b.balance)
		r.Delete("/", b.empty)
	})
	r.With(roles(key)).Put("/wallets/{id}/balance", b.empty)

	r.With(check(key)).Get("/rates", rates)
	r.Route("/own/wallets/{id}", func(r chi.Router) {
		r.Use(identify(key))
		r.Get("/", b.balanceOwn)
		r.Delete("/", b.emptyOwn)
	})
	return r
}

func (b *bank) balance(w http.ResponseWriter, r *http.Request) {
	found, ok := b.wallets[chi.URLParam(r, "id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, found.balance)
}

func (b *bank) empty(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	found, ok := b.wallets[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	found.balance = "nothing"
	b.wallets[id] = found
	w.WriteHeader(http.StatusNoContent)
}
