// Package gazette has articles that only roles with a permission may withdraw.
package gazette

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/chi/gazette/permits"
)

type contextKey string

const (
	authorKey contextKey = "author"
	roleKey   contextKey = "role"
)

type claims struct {
	Author int64 `json:"author"`
	Role   int64 `json:"role"`
	jwt.RegisteredClaims
}

type article struct {
	ID       string
	AuthorID int64
	Text     string
}

var errForbidden = errors.New("not for this role")

// Gazette keeps articles.
type Gazette struct {
	desk desk
	key  []byte
}

// desk decides, and does.
type desk struct {
	db      *sql.DB
	permits permits.Store
}

// known verifies the token, and says who calls as what.
func (g *Gazette) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var mine claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return g.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), authorKey, mine.Author)
		next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, roleKey, mine.Role)))
	})
}

// kept is what the request knows under a key.
func kept[T any](w http.ResponseWriter, r *http.Request, key contextKey) (T, bool) {
	v, ok := r.Context().Value(key).(T)
	if !ok {
		http.Error(w, "nothing is known", http.StatusInternalServerError)
	}
	return v, ok
}

func (d *desk) write(a *article) error {
	_, err := d.db.Exec("INSERT INTO articles (id, author_id, body) VALUES ($1, $2, $3)", a.ID, a.AuthorID, a.Text)
	return err
}

func (d *desk) remove(id string) error {
	_, err := d.db.Exec("DELETE FROM articles WHERE id = $1", id)
	return err
}

// withdraw asks what the role may do.
func (d *desk) withdraw(id string, role int64) error {
	may := d.permits.HasPermission(role, "article:withdraw")
	if !may {
		return errForbidden
	}
	return d.remove(id)
}

// tidy asks after something else.
func (d *desk) tidy(id string, shelf int64) error {
	if !d.permits.HasStock(shelf, "paper") {
		return errForbidden
	}
	return d.remove(id)
}

// purge does as it is told of who asks.
func (d *desk) purge(id string, chief bool) error {
	if !chief {
		return errForbidden
	}
	return d.remove(id)
}
