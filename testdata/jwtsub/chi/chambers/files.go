package chambers

import (
	"context"
	"database/sql"
	"net/http"

	"github.com/go-chi/chi/v5"
)

func (c *Chambers) answer(w http.ResponseWriter, tx *sql.Tx, err error) {
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		http.Error(w, "gone wrong", http.StatusInternalServerError)
	}
}

func burn(ctx context.Context, tx *sql.Tx, id string) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM files WHERE user_id <> '' AND id = $1", id)
	return err
}

// shred is within the firm's schema.
func (c *Chambers) shred(w http.ResponseWriter, r *http.Request) {
	tx, err := c.within(r.Context())
	if err != nil {
		http.Error(w, "no firm", http.StatusForbidden)
		return
	}
	c.answer(w, tx, burn(r.Context(), tx, chi.URLParam(r, "id")))
}

// drop is behind the policies.
func (c *Chambers) drop(w http.ResponseWriter, r *http.Request) {
	tx, err := c.guarded(r.Context())
	if err != nil {
		http.Error(w, "no firm", http.StatusForbidden)
		return
	}
	_, err = tx.ExecContext(r.Context(), "DELETE FROM files WHERE user_id <> '' AND id = $1", chi.URLParam(r, "id"))
	c.answer(w, tx, err)
}

// rush is behind a clock only.
func (c *Chambers) rush(w http.ResponseWriter, r *http.Request) {
	tx, err := c.hasty(r.Context())
	if err != nil {
		http.Error(w, "no firm", http.StatusForbidden)
		return
	}
	c.answer(w, tx, burn(r.Context(), tx, chi.URLParam(r, "id"))) // want "jwtsub/unchecked-write"
}

// pulp is among what everybody sees.
func (c *Chambers) pulp(w http.ResponseWriter, r *http.Request) {
	tx, err := c.common(r.Context())
	if err != nil {
		http.Error(w, "no firm", http.StatusForbidden)
		return
	}
	c.answer(w, tx, burn(r.Context(), tx, chi.URLParam(r, "id"))) // want "jwtsub/unchecked-write"
}

// shut is within the firm's schema too.
func (c *Chambers) shut(w http.ResponseWriter, r *http.Request) {
	tx, err := c.within(r.Context())
	if err != nil {
		http.Error(w, "no firm", http.StatusForbidden)
		return
	}
	_, err = tx.ExecContext(r.Context(), "UPDATE files SET shut = true WHERE user_id <> '' AND id = $1", chi.URLParam(r, "id"))
	c.answer(w, tx, err)
}

// Routes of the chambers.
func Routes(c *Chambers) http.Handler {
	r := chi.NewRouter()
	r.Use(c.known)
	r.Delete("/shred/{id}", c.shred)
	r.Delete("/drop/{id}", c.drop)
	r.Delete("/rush/{id}", c.rush)
	r.Delete("/pulp/{id}", c.pulp)
	r.Put("/shut/{id}", c.shut)
	return r
}
