package invoices

import (
	"context"
	"database/sql"
)

// clerk does what is asked of invoices.
type clerk struct{ db *sql.DB }

// task is what may be asked.
type task struct {
	Invoice string
	Asker   string
	State   string
}

// find takes any invoice out.
func (c clerk) find(ctx context.Context, id string) (*Invoice, error) {
	var i Invoice
	err := c.db.QueryRowContext(ctx, `SELECT id, user_id, total, state FROM invoices WHERE id = $1`, id).
		Scan(&i.ID, &i.UserID, &i.Total, &i.State)
	return &i, err
}

func (c clerk) remind(ctx context.Context, id string) error { return c.mark(ctx, id, "reminded") }

func (c clerk) mark(ctx context.Context, id, state string) error {
	return affected(c.db.ExecContext(ctx, `UPDATE invoices SET state = $1 WHERE id = $2`, state, id))
}

func (c clerk) remindOwn(ctx context.Context, user, id string) error {
	return c.markOwn(ctx, user, id, "reminded")
}

func (c clerk) markOwn(ctx context.Context, user, id, state string) error {
	const update = `UPDATE invoices SET state = $1 WHERE id = $2 AND user_id = $3`
	return affected(c.db.ExecContext(ctx, update, state, id, user))
}

// perform does not care who asks.
func (c clerk) perform(ctx context.Context, t *task) error { return c.mark(ctx, t.Invoice, t.State) }

// performOwn does.
func (c clerk) performOwn(ctx context.Context, t *task) error {
	i, err := c.find(ctx, t.Invoice)
	if err != nil {
		return err
	}
	if i.UserID != t.Asker {
		return errNone
	}
	return c.perform(ctx, t)
}

type printer interface{ Print(id string) error }

type archive interface {
	ArchiveOwn(user, id string) error
}

type mailer interface {
	Mail(ctx context.Context, id string) error
}

func (c clerk) Print(id string) error { return c.mark(context.Background(), id, "printed") }

func (c clerk) ArchiveOwn(user, id string) error {
	return c.markOwn(context.Background(), user, id, "archived")
}

func (c clerk) Mail(ctx context.Context, id string) error {
	return c.markOwn(ctx, currentUser(ctx).ID, id, "mailed")
}
