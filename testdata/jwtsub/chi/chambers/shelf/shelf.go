// Package shelf keeps the deeds, those of each firm in a schema of its own.
package shelf

import (
	"context"
	"database/sql"
	"errors"

	"example.com/fixtures/jwtsub/chi/chambers/ports"
)

type deeds struct{ db *sql.DB }

// New keeps deeds in a database.
func New(db *sql.DB) ports.Deeds { return &deeds{db} }

func (d *deeds) within(ctx context.Context) (*sql.Tx, error) {
	schema, ok := ctx.Value(ports.Key("schema")).(string)
	if !ok {
		return nil, errors.New("no schema")
	}
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, "SET LOCAL search_path TO "+schema)
	return tx, err
}

func (d *deeds) Find(ctx context.Context, id string) (*ports.Deed, error) {
	tx, err := d.within(ctx)
	if err != nil {
		return nil, err
	}
	deed := new(ports.Deed)
	err = tx.QueryRowContext(ctx, "SELECT id, user_id FROM deeds WHERE id = $1", id).Scan(&deed.ID, &deed.UserID)
	return deed, errors.Join(err, tx.Commit())
}

func (d *deeds) Seal(ctx context.Context, deed *ports.Deed) error {
	tx, err := d.within(ctx)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE deeds SET sealed = $1 WHERE id = $2", deed.Sealed, deed.ID); err != nil {
		return err
	}
	return tx.Commit()
}

// Tear forgets whose schema it should look in.
func (d *deeds) Tear(ctx context.Context, id string) error {
	_, err := d.db.ExecContext(ctx, "DELETE FROM deeds WHERE id = $1", id)
	return err
}
