package restful

import (
	"context"
	"database/sql"
	"errors"
)

type table struct{ db *sql.DB }

func (t *table) exec(ctx context.Context, query string, args ...any) error {
	res, err := t.db.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return errNone
	}
	return nil
}

func (t *table) get(ctx context.Context, id string) (*Cluster, error) {
	c := new(Cluster)
	row := t.db.QueryRowContext(ctx, `SELECT id, account_id, size FROM clusters WHERE id = $1`, id)
	if err := row.Scan(&c.ID, &c.AccountID, &c.Size); errors.Is(err, sql.ErrNoRows) {
		return nil, errNone
	} else if err != nil {
		return nil, err
	}
	return c, nil
}

func (t *table) getOf(ctx context.Context, account, id string) (*Cluster, error) {
	c := new(Cluster)
	row := t.db.QueryRowContext(ctx,
		`SELECT id, account_id, size FROM clusters WHERE account_id = $1 AND id = $2`, account, id)
	if err := row.Scan(&c.ID, &c.AccountID, &c.Size); err != nil {
		return nil, errNone
	}
	return c, nil
}

func (t *table) of(ctx context.Context, account string) ([]Cluster, error) {
	rows, err := t.db.QueryContext(ctx, `SELECT id, account_id, size FROM clusters WHERE account_id = $1`, account)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []Cluster{}
	for rows.Next() {
		var c Cluster
		if err := rows.Scan(&c.ID, &c.AccountID, &c.Size); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

func (t *table) add(ctx context.Context, c Cluster) error {
	return t.exec(ctx, `INSERT INTO clusters (id, account_id, size) VALUES ($1, $2, $3)`, c.ID, c.AccountID, c.Size)
}

// order is a size for a cluster, by an account.
type order struct{ cluster, account, size string }

// resize leaves out the order's account.
func (t *table) resize(ctx context.Context, o order) error {
	return t.exec(ctx, `UPDATE clusters SET size = $2 WHERE id = $1`, o.cluster, o.size)
}

// resizeOf does not.
func (t *table) resizeOf(ctx context.Context, o order) error {
	return t.exec(ctx, `UPDATE clusters SET size = $3 WHERE id = $1 AND account_id = $2`, o.cluster, o.account, o.size)
}

// mark has the account in SET.
func (t *table) mark(ctx context.Context, id, by string) error {
	return t.exec(ctx, `UPDATE clusters SET size = 'marked', marked_by = $1 WHERE id = $2`, by, id)
}

func (t *table) drop(ctx context.Context, id string) error {
	return t.exec(ctx, `DELETE FROM clusters WHERE id = $1`, id)
}

// log has the account in VALUES.
func (t *table) log(ctx context.Context, id, by string) error {
	return t.exec(ctx, `INSERT INTO events (cluster_id, account_id) VALUES ($1, $2)`, id, by)
}

// Stop stops any cluster.
func (t *table) Stop(id string) error {
	return t.resize(context.Background(), order{cluster: id, size: "stopped"})
}

// StopOf stops an account's cluster.
func (t *table) StopOf(account, id string) error {
	return t.resizeOf(context.Background(), order{id, account, "stopped"})
}

// Plan finds the account.
func (t *table) Plan(ctx context.Context, id string) error {
	who, _ := ctx.Value(accountKey{}).(string)
	return t.resizeOf(ctx, order{id, who, "planned"})
}
