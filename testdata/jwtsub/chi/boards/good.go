package boards

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"
)

// showOwn looks among the cards of the board in the context.
func (s *server) showOwn(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	for _, c := range s.of(board(r)) {
		if c.ID == id {
			reply(w, c)
			return
		}
	}
	http.NotFound(w, r)
}

// editOwn compares the card's board with it.
func (s *server) editOwn(w http.ResponseWriter, r *http.Request) {
	c, ok := s.cards[chi.URLParam(r, "id")]
	if !ok || c.BoardID != board(r) {
		http.NotFound(w, r)
		return
	}
	c.Text = r.URL.Query().Get("text")
	w.WriteHeader(http.StatusNoContent)
}

// sticker is on no board.
func (s *server) sticker(w http.ResponseWriter, r *http.Request) {
	found, ok := s.stickers[chi.URLParam(r, "id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, found)
}

// find leaves the card in the context, whosever it is.
func (s *server) find(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, ok := s.cards[chi.URLParam(r, "id")]
		if !ok {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), cardKey{}, c)))
	})
}

func card(r *http.Request) *Card {
	c, _ := r.Context().Value(cardKey{}).(*Card)
	return c
}

// mine looks whether the caller sits at the card's board.
func (s *server) mine(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c := card(r); c == nil || !s.seats[seat{c.BoardID, user(r)}] {
			http.Error(w, "not your card", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) found(w http.ResponseWriter, r *http.Request) { reply(w, card(r)) }

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	delete(s.cards, card(r).ID)
	w.WriteHeader(http.StatusNoContent)
}
