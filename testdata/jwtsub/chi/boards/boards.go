// Package boards has cards on boards: the list is of a board that was checked,
// so a single card is nobody else's business either.
package boards

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

// Card hangs on a board.
type Card struct {
	ID      string `json:"id"`
	BoardID string `json:"board_id"`
	Text    string `json:"text"`
}

// Sticker is in a catalogue: no list of them is anybody's.
type Sticker struct {
	ID    string `json:"id"`
	Image string `json:"image"`
}

type seat struct{ board, user string }

type server struct {
	seats    map[seat]bool
	cards    map[string]*Card
	stickers map[string]Sticker
}

type (
	userKey  struct{}
	boardKey struct{}
	cardKey  struct{}
)

func user(r *http.Request) string {
	name, _ := r.Context().Value(userKey{}).(string)
	return name
}

// board is the one that seated has checked.
func board(r *http.Request) string {
	id, _ := r.Context().Value(boardKey{}).(string)
	return id
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
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, claims.Subject)))
		})
	}
}

func (s *server) seated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := chi.URLParam(r, "board_id")
		if !s.seats[seat{id, user(r)}] {
			http.Error(w, "not your board", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), boardKey{}, id)))
	})
}

// Handler is the whole application: alice sits at blue, bob at red.
func Handler(key []byte) http.Handler {
	s := &server{
		seats:    map[seat]bool{{"blue", "alice"}: true, {"red", "bob"}: true},
		cards:    map[string]*Card{"c1": {"c1", "blue", "paint"}, "c2": {"c2", "red", "fire him"}},
		stickers: map[string]Sticker{"star": {"star", "*"}},
	}
	r := chi.NewRouter()
	r.Use(authenticate(key))
	r.Route("/boards/{board_id}", func(r chi.Router) {
		r.Use(s.seated)
		r.Get("/cards", s.list)
		r.Get("/cards/{id}", s.showOwn)
		r.Put("/cards/{id}", s.editOwn)
		r.Get("/cards/{id}/peek", s.peek)
		r.Delete("/cards/{id}", s.tear)
	})
	r.Get("/cards/{id}", s.show)
	r.Put("/cards/{id}", s.edit)
	r.Get("/stickers/{id}", s.sticker)
	r.Route("/found/{id}", func(r chi.Router) {
		r.Use(s.find, s.mine)
		r.Get("/", s.found)
		r.Delete("/", s.remove)
	})
	return r
}

// list is of the board in the path.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	reply(w, s.of(chi.URLParam(r, "board_id")))
}

func (s *server) of(board string) []*Card {
	found := []*Card{}
	for _, c := range s.cards {
		if c.BoardID == board {
			found = append(found, c)
		}
	}
	return found
}

func reply(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
