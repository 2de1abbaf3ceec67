// Package store keeps crates, and knows of no interface that it stands behind.
package store

import (
	"context"
	"database/sql"

	"example.com/fixtures/jwtsub/stdmux/quay/cargo"
)

// Crates are all of them.
type Crates struct{ db *sql.DB }

// New returns those of a database.
func New(db *sql.DB) *Crates { return &Crates{db} }

// Find returns anybody's.
func (c *Crates) Find(ctx context.Context, id string) (*cargo.Crate, error) {
	var found cargo.Crate
	err := c.db.QueryRowContext(ctx, "SELECT id, owner_id, content FROM crates WHERE id = $1", id).Scan(&found.ID, &found.OwnerID, &found.Content)
	return &found, err
}

// Remove removes anybody's.
func (c *Crates) Remove(ctx context.Context, id string) error {
	_, err := c.db.ExecContext(ctx, "DELETE FROM crates WHERE id = $1", id)
	return err
}

// Of returns one owner's.
func (c *Crates) Of(ctx context.Context, owner string) ([]cargo.Crate, error) {
	rows, err := c.db.QueryContext(ctx, "SELECT id, owner_id, content FROM crates WHERE owner_id = $1", owner)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []cargo.Crate
	for rows.Next() {
		var one cargo.Crate
		if err := rows.Scan(&one.ID, &one.OwnerID, &one.Content); err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, rows.Err()
}
