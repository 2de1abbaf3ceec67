// Package planetarium has many maps, few of which are where records are kept.
package planetarium

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/stdmux/planetarium/viewings"
)

// shelf keeps viewings.
type shelf interface {
	Find(ctx context.Context, id, owner string) (viewings.Viewing, error)
	Mine(ctx context.Context, owner string) ([]viewings.Viewing, error)
}

type star struct {
	Name   string
	Bright int
}

type hall struct {
	shelf   shelf
	booked  map[string]*viewings.Viewing
	makers  map[string][]string // whose lenses are let in, by kind
	ranks   map[string]int
	charted map[string]star // from a book, when the program starts
	pick    picker
}

type guestKey struct{}

func guest(r *http.Request) string {
	name, _ := r.Context().Value(guestKey{}).(string)
	return name
}

func ticket(key []byte, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), guestKey{}, claims.Subject)))
	})
}

// Handler is the whole application.
func Handler(key []byte, s shelf) http.Handler {
	h := &hall{
		shelf: s, booked: map[string]*viewings.Viewing{}, makers: map[string][]string{"lens": {"anna"}}, ranks: map[string]int{},
		charted: map[string]star{"vega": {"Vega", 0}}, pick: either{named{"vega"}, named{"deneb"}},
	}
	mux := http.NewServeMux()
	mux.Handle("GET /viewings", ticket(key, h.list))
	mux.Handle("POST /viewings", ticket(key, h.book))
	mux.Handle("DELETE /viewings/{viewing_id}", ticket(key, h.cancel))
	mux.Handle("GET /viewings/{viewing_id}", ticket(key, h.show))
	mux.Handle("PUT /viewings/{viewing_id}/phase", ticket(key, h.advance))
	mux.Handle("GET /troubles/{owner_id}", ticket(key, h.trouble))
	mux.Handle("PUT /names/{owner_id}", ticket(key, h.names))
	mux.Handle("PUT /phases/{owner_id}", ticket(key, h.phase))
	mux.Handle("PUT /texts/{owner_id}", ticket(key, h.text))
	mux.Handle("GET /owners/{owner_id}/viewings/{viewing_id}", ticket(key, h.both))
	mux.Handle("DELETE /seats/{owner_id}", ticket(key, h.leave))
	mux.Handle("GET /makers/{owner_id}", ticket(key, h.letIn))
	mux.Handle("GET /ranks/{owner_id}", ticket(key, h.rank))
	mux.Handle("GET /stars/{owner_id}", ticket(key, h.star))
	mux.Handle("DELETE /stars/{owner_id}/mark", ticket(key, h.marked))
	return mux
}

func (h *hall) list(w http.ResponseWriter, r *http.Request) {
	all, err := h.shelf.Mine(r.Context(), guest(r))
	reply(w, all, err)
}

func (h *hall) book(w http.ResponseWriter, r *http.Request) {
	v := &viewings.Viewing{ID: r.FormValue("id"), OwnerID: guest(r)}
	h.booked[v.ID] = v
	reply(w, v, nil)
}

// trouble says what it is about.
type trouble struct {
	notes map[any]any
}

func (t *trouble) Error() string { return "trouble" }

func about(id string) *trouble { return &trouble{notes: map[any]any{"id": id, id: "asked"}} }

// tell prints an error, and all that is known of it.
func tell(w http.ResponseWriter, t *trouble, id string) {
	if _, err := fmt.Fprintf(w, "%v: %v\n", t, t.notes[id]); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
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

// picker tells which stars are written down.
type picker interface{ Match(star string) bool }

type named struct{ name string }

func (n named) Match(star string) bool { return n.name == star }

type either []picker

func (e either) Match(star string) bool {
	for _, p := range e {
		if p.Match(star) {
			return true
		}
	}
	return false
}
