package boards

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// show is beside all boards.
func (s *server) show(w http.ResponseWriter, r *http.Request) {
	c, ok := s.cards[chi.URLParam(r, "id")] // want "jwtsub/unchecked-read"
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, c)
}

func (s *server) edit(w http.ResponseWriter, r *http.Request) {
	c, ok := s.cards[chi.URLParam(r, "id")] // want "jwtsub/unchecked-write"
	if !ok {
		http.NotFound(w, r)
		return
	}
	c.Text = r.URL.Query().Get("text")
	w.WriteHeader(http.StatusNoContent)
}

// peek knows the board, and shows it with a card of any.
func (s *server) peek(w http.ResponseWriter, r *http.Request) {
	c, ok := s.cards[chi.URLParam(r, "id")] // want "jwtsub/unchecked-read"
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, map[string]any{"board": board(r), "card": c})
}

// tear does not look at which board it is.
func (s *server) tear(w http.ResponseWriter, r *http.Request) {
	delete(s.cards, chi.URLParam(r, "id")) // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}
