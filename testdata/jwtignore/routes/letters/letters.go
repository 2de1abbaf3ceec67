// Package letters has the handlers of a mailbox; it knows nothing of tokens.
package letters

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
)

type letter struct {
	ID    string `json:"id"`
	Owner string `json:"owner"`
	Text  string `json:"text"`
}

type readerKey struct{}

// As keeps who is calling.
func As(ctx context.Context, reader string) context.Context {
	return context.WithValue(ctx, readerKey{}, reader)
}

// Box has letters in SQL.
type Box struct{ DB *sql.DB }

// List returns the caller's letters.
func (b *Box) List(w http.ResponseWriter, r *http.Request) {
	reader, _ := r.Context().Value(readerKey{}).(string)
	rows, err := b.DB.QueryContext(r.Context(), `SELECT id, owner, text FROM letters WHERE owner = $1`, reader)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	all := []letter{}
	for rows.Next() {
		var one letter
		if err := rows.Scan(&one.ID, &one.Owner, &one.Text); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		all = append(all, one)
	}
	_ = json.NewEncoder(w).Encode(all)
}

// Show returns anybody's letter.
func (b *Box) Show(w http.ResponseWriter, r *http.Request) {
	var one letter
	// want +1 `no finding of jwtsub is silenced here .* \(jwtignore/unused\)`
	//jwtvet:ignore jwtsub the finding is where the route is made
	id := r.PathValue("id")
	err := b.DB.QueryRowContext(r.Context(), `SELECT id, owner, text FROM letters WHERE id = $1`, id).Scan(&one.ID, &one.Owner, &one.Text)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(one)
}

// Burn removes anybody's letter.
func (b *Box) Burn(w http.ResponseWriter, r *http.Request) {
	if _, err := b.DB.ExecContext(r.Context(), `DELETE FROM letters WHERE id = $1`, r.PathValue("id")); err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
	}
}
