package parking

import (
	"context"
	"database/sql"
	"errors"
)

// permits is the table.
type permits struct{ db *sql.DB }

func (p *permits) exec(ctx context.Context, query string, args ...any) error {
	res, err := p.db.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, _ := res.RowsAffected(); n == 0 {
		return errNone
	}
	return nil
}

func (p *permits) one(row *sql.Row) (*Permit, error) {
	var out Permit
	err := row.Scan(&out.ID, &out.UserID, &out.Plate)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errNone
	}
	return &out, err
}

func (p *permits) find(ctx context.Context, id string) (*Permit, error) {
	return p.one(p.db.QueryRowContext(ctx, "SELECT id, user_id, plate FROM permits WHERE id = ?", id))
}

func (p *permits) findOf(ctx context.Context, user, id string) (*Permit, error) {
	return p.one(p.db.QueryRowContext(ctx, "SELECT id, user_id, plate FROM permits WHERE id = ? AND user_id = ?", id, user))
}

func (p *permits) list(ctx context.Context, user string) ([]Permit, error) {
	rows, err := p.db.QueryContext(ctx, "SELECT id, user_id, plate FROM permits WHERE user_id = ?", user)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []Permit{}
	for rows.Next() {
		var one Permit
		if err := rows.Scan(&one.ID, &one.UserID, &one.Plate); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

func (p *permits) add(ctx context.Context, n Permit) error {
	return p.exec(ctx, "INSERT INTO permits (id, user_id, plate) VALUES (?, ?, ?)", n.ID, n.UserID, n.Plate)
}

func (p *permits) move(ctx context.Context, id, plate string) error {
	return p.exec(ctx, "UPDATE permits SET plate = ? WHERE id = ?", plate, id)
}

func (p *permits) moveOf(ctx context.Context, user, id, plate string) error {
	return p.exec(ctx, "UPDATE permits SET plate = ?, moved_by = ? WHERE id = ? AND user_id = ?", plate, user, id, user)
}

func (p *permits) stamp(ctx context.Context, id, by string) error {
	return p.exec(ctx, "UPDATE permits SET plate = 'stamped', moved_by = ? WHERE id = ?", by, id)
}

func (p *permits) remove(ctx context.Context, id string) error {
	return p.exec(ctx, "DELETE FROM permits WHERE id = ?", id)
}

func (p *permits) journal(ctx context.Context, what, id, by string) error {
	return p.exec(ctx, "INSERT INTO journal (what, permit_id, by_user) VALUES (?, ?, ?)", what, id, by)
}

// Revoke does not know whose it was.
func (p *permits) Revoke(id string) error { return p.remove(context.Background(), id) }

// RevokeOf does.
func (p *permits) RevokeOf(user, id string) error {
	return p.exec(context.Background(), "DELETE FROM permits WHERE id = ? AND user_id = ?", id, user)
}

// Pause asks the context.
func (p *permits) Pause(ctx context.Context, id string) error {
	return p.moveOf(ctx, uidOf(ctx), id, "paused")
}
