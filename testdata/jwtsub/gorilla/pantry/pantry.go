// Package pantry has shelves, which are everybody's, and recipes, which are
// their cooks'. Only the ends of their types' names are the same.
package pantry

import (
	"context"
	"database/sql"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
)

type shelfModel struct{ ID, Label string }

type recipeModel struct{ ID, UserID, Text string }

// recipesByCookAndShelfParams is what recipes are looked for by.
type recipesByCookAndShelfParams struct{ UserID, ShelfID string }

type store interface {
	RecipesByCookAndShelf(ctx context.Context, by recipesByCookAndShelfParams) ([]recipeModel, error)
	Shelf(ctx context.Context, id string) (*shelfModel, error)
	RemoveShelf(ctx context.Context, id string) error
	RemoveRecipe(ctx context.Context, id string) error
}

// queries is the store.
type queries struct{ db *sql.DB }

func (q *queries) RecipesByCookAndShelf(ctx context.Context, by recipesByCookAndShelfParams) ([]recipeModel, error) {
	rows, err := q.db.QueryContext(ctx, "SELECT id, user_id, body FROM recipes WHERE user_id = $1 AND shelf_id = $2", by.UserID, by.ShelfID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []recipeModel
	for rows.Next() {
		var one recipeModel
		if err := rows.Scan(&one.ID, &one.UserID, &one.Text); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

func (q *queries) Shelf(ctx context.Context, id string) (*shelfModel, error) {
	var one shelfModel
	err := q.db.QueryRowContext(ctx, "SELECT id, label FROM kitchen_shelves WHERE id = $1", id).Scan(&one.ID, &one.Label)
	return &one, err
}

func (q *queries) RemoveShelf(ctx context.Context, id string) error {
	_, err := q.db.ExecContext(ctx, "DELETE FROM kitchen_shelves WHERE id = $1", id)
	return err
}

func (q *queries) RemoveRecipe(ctx context.Context, id string) error {
	_, err := q.db.ExecContext(ctx, "DELETE FROM recipes WHERE id = $1", id)
	return err
}

type contextKey string

type pantry struct {
	store store
	key   []byte
}

func (p *pantry) cook(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return p.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), contextKey("cook"), mine.Subject)))
	})
}

func (p *pantry) recipes(w http.ResponseWriter, r *http.Request) {
	cook, _ := r.Context().Value(contextKey("cook")).(string)
	all, err := p.store.RecipesByCookAndShelf(r.Context(), recipesByCookAndShelfParams{cook, r.FormValue("shelf")})
	if err != nil {
		http.Error(w, "gone wrong", http.StatusInternalServerError)
		return
	}
	for _, one := range all {
		w.Write([]byte(one.Text))
	}
}

func (p *pantry) shelf(w http.ResponseWriter, r *http.Request) {
	one, err := p.store.Shelf(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Write([]byte(one.Label))
}

func (p *pantry) removeShelf(w http.ResponseWriter, r *http.Request) {
	if err := p.store.RemoveShelf(r.Context(), mux.Vars(r)["id"]); err != nil {
		http.NotFound(w, r)
	}
}

func (p *pantry) removeRecipe(w http.ResponseWriter, r *http.Request) {
	if err := p.store.RemoveRecipe(r.Context(), mux.Vars(r)["id"]); err != nil { // want "jwtsub/unchecked-write"
		http.NotFound(w, r)
	}
}

// Routes of the pantry.
func Routes(q *queries, key []byte) http.Handler {
	p := &pantry{q, key}
	r := mux.NewRouter()
	r.Use(p.cook)
	r.HandleFunc("/recipes", p.recipes).Methods(http.MethodGet)
	r.HandleFunc("/shelves/{id}", p.shelf).Methods(http.MethodGet)
	r.HandleFunc("/shelves/{id}", p.removeShelf).Methods(http.MethodDelete)
	r.HandleFunc("/recipes/{id}", p.removeRecipe).Methods(http.MethodDelete)
	return r
}
