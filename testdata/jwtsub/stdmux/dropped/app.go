// Package dropped verifies tokens on the ServeMux and loses whose they are.
package dropped

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type letter struct{ owner, text string }

type office struct {
	parser  *jwt.Parser
	key     []byte
	letters map[string]*letter
}

func (o *office) keyfunc(*jwt.Token) (any, error) { return o.key, nil }

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func refuse(w http.ResponseWriter) { http.Error(w, "who are you?", http.StatusUnauthorized) }

// Handler is the whole post office: two people, a letter each.
func Handler(key []byte) http.Handler {
	o := &office{
		parser:  jwt.NewParser(jwt.WithValidMethods([]string{"HS256"})),
		key:     key,
		letters: map[string]*letter{"1": {"alice", "a bill"}, "2": {"bob", "from the bank"}},
	}
	mux := http.NewServeMux()
	mux.Handle("GET /letters/{id}", o.verified(http.HandlerFunc(o.read)))
	mux.Handle("DELETE /letters/{id}", o.verified(http.HandlerFunc(o.burn)))
	mux.Handle("PUT /letters/{id}", o.withRole(http.HandlerFunc(o.overwrite)))
	mux.Handle("PATCH /letters/{id}", o.forgetful(http.HandlerFunc(o.overwrite)))

	mux.Handle("GET /stamps", o.gate(http.HandlerFunc(o.stamps)))
	mux.Handle("GET /own/letters/{id}", o.identified(http.HandlerFunc(o.readOwn)))
	mux.Handle("PUT /own/letters/{id}", o.both(http.HandlerFunc(o.overwriteOwn)))
	mux.Handle("DELETE /own/letters/{id}", o.gate(http.HandlerFunc(o.burnOwn)))
	return mux
}

func (o *office) read(w http.ResponseWriter, r *http.Request) {
	l, ok := o.letters[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, l.text)
}

func (o *office) burn(w http.ResponseWriter, r *http.Request) {
	delete(o.letters, r.PathValue("id"))
	w.WriteHeader(http.StatusNoContent)
}

func (o *office) overwrite(w http.ResponseWriter, r *http.Request) {
	l, ok := o.letters[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	l.text = "overwritten"
	w.WriteHeader(http.StatusNoContent)
}
