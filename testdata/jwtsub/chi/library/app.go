// Package library lends books: what a reader has lent is theirs, what stands
// on the shelves is everybody's.
package library

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Loan is a book that a reader has at home.
type Loan struct {
	ID       uint   `gorm:"primaryKey" json:"id"`
	ReaderID string `json:"reader_id"`
	Book     string `json:"book"`
	Due      string `json:"due"`
}

type library struct {
	db      *gorm.DB
	books   map[string]book
	readers map[string]reader
	shelves map[string]string // by the hash of the link
	follows map[[2]string]bool
}

type book struct {
	ISBN  string `json:"isbn"`
	Title string `json:"title"`
}

type reader struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

type contextKey string

const (
	readerKey contextKey = "reader"
	loanKey   contextKey = "loan"
)

func authenticate(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		fn := func(w http.ResponseWriter, r *http.Request) {
			header := strings.Fields(r.Header.Get("Authorization"))
			if len(header) != 2 {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			token, err := jwt.Parse(header[1], func(*jwt.Token) (any, error) { return key, nil },
				jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}))
			if err != nil {
				http.Error(w, "bad token", http.StatusUnauthorized)
				return
			}
			subject, err := token.Claims.GetSubject()
			if err != nil || subject == "" {
				http.Error(w, "whose token?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), readerKey, subject)))
		}
		return http.HandlerFunc(fn)
	}
}

func readerID(ctx context.Context) string {
	id, _ := ctx.Value(readerKey).(string)
	return id
}

// Handler is the whole library on the loans of db.
func Handler(key []byte, db *gorm.DB) http.Handler {
	l := &library{
		db:      db,
		books:   map[string]book{"1-85723-138-X": {"1-85723-138-X", "Excession"}},
		readers: map[string]reader{"bob": {"bob", "reads at night"}},
		shelves: map[string]string{"c0ffee": "what to read in autumn"},
		follows: map[[2]string]bool{},
	}
	r := chi.NewRouter()
	r.Get("/books/{isbn}", l.book)
	r.Get("/shelves/{hash}", l.shelf)
	r.Group(func(r chi.Router) {
		r.Use(authenticate(key))
		r.Get("/loans", l.list)
		r.Post("/loans", l.lend)
		r.Get("/loans/{id}", l.show)
		r.Put("/loans/{id}/due", l.prolong)
		r.Post("/loans/{id}/return", l.giveBack)
		r.Put("/loans/{id}", l.swap)
		r.Route("/desk/{loan}", func(r chi.Router) {
			r.Use(l.withLoan)
			r.Put("/", l.prolongFound)
			r.Delete("/", l.removeFound)
		})

		r.Get("/own/loans/{id}", l.showOwn)
		r.Put("/own/loans/{id}", l.swapOwn)
		r.Get("/own/loans/{id}/scope", l.showScope)
		r.Put("/own/loans/{id}/due", l.prolongOwn)
		r.Post("/own/loans/{id}/return", l.giveBackOwn)
		r.With(l.lent).Delete("/own/loans/{id}", l.remove)

		r.Get("/catalogue/{isbn}", l.book)
		r.Post("/catalogue/{isbn}/typo", l.correct)
		r.Get("/readers/{name}", l.reader)
		r.Put("/readers/{name}/follow", l.follow)
		r.Delete("/readers/{name}/follow", l.unfollow)
	})
	return r
}

func (l *library) list(w http.ResponseWriter, r *http.Request) {
	loans := []Loan{}
	err := l.db.WithContext(r.Context()).Where(map[string]any{"reader_id": readerID(r.Context())}).Find(&loans).Error
	reply(w, loans, err)
}

func (l *library) lend(w http.ResponseWriter, r *http.Request) {
	loan := Loan{ReaderID: readerID(r.Context()), Book: r.URL.Query().Get("book"), Due: "in two weeks"}
	reply(w, &loan, l.db.Create(&loan).Error)
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
