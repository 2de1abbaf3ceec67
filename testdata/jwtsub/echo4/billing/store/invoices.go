// Package store has the invoices in a database.
package store

import (
	"context"
	"database/sql"
	"errors"
)

// ErrNone says that there is no such invoice.
var ErrNone = errors.New("store: no such invoice")

// Invoice is one row.
type Invoice struct {
	ID     string `json:"id"`
	UserID string `json:"user_id"`
	Total  string `json:"total"`
	State  string `json:"state"`
}

// Invoices is the table.
type Invoices struct{ DB *sql.DB }

const columns = `SELECT id, user_id, total, state FROM invoices `

func one(row *sql.Row) (*Invoice, error) {
	inv := new(Invoice)
	err := row.Scan(&inv.ID, &inv.UserID, &inv.Total, &inv.State)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNone
	}
	return inv, err
}

func (s *Invoices) exec(ctx context.Context, query string, args ...any) error {
	res, err := s.DB.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if n, _ := res.RowsAffected(); n == 0 {
		return ErrNone
	}
	return nil
}

// Find finds an invoice, whoever has to pay it.
func (s *Invoices) Find(ctx context.Context, id string) (*Invoice, error) {
	return one(s.DB.QueryRowContext(ctx, columns+`WHERE id = $1`, id))
}

// FindOf finds an invoice that this user has to pay.
func (s *Invoices) FindOf(ctx context.Context, user, id string) (*Invoice, error) {
	return one(s.DB.QueryRowContext(ctx, columns+`WHERE id = $1 AND user_id = $2`, id, user))
}

// All finds what this user has to pay.
func (s *Invoices) All(ctx context.Context, user string) ([]Invoice, error) {
	rows, err := s.DB.QueryContext(ctx, columns+`WHERE user_id = $1`, user)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := make([]Invoice, 0)
	for rows.Next() {
		var inv Invoice
		if err := rows.Scan(&inv.ID, &inv.UserID, &inv.Total, &inv.State); err != nil {
			return nil, err
		}
		all = append(all, inv)
	}
	return all, rows.Err()
}

// Customer finds the customer's ID in the list of all customers.
func (s *Invoices) Customer(ctx context.Context, id string) (string, error) {
	var found string
	err := s.DB.QueryRowContext(ctx, `SELECT id FROM customers WHERE id = $1`, id).Scan(&found)
	return found, err
}

// Add adds an invoice.
func (s *Invoices) Add(ctx context.Context, inv Invoice) error {
	return s.exec(ctx, `INSERT INTO invoices (id, user_id, total, state) VALUES ($1, $2, $3, $4)`,
		inv.ID, inv.UserID, inv.Total, inv.State)
}

// SetTotal changes any invoice.
func (s *Invoices) SetTotal(ctx context.Context, id, total string) error {
	return s.exec(ctx, `UPDATE invoices SET total = $1 WHERE id = $2`, total, id)
}

// SetState changes any invoice, and its last column says who did.
func (s *Invoices) SetState(ctx context.Context, id, state, by string) error {
	return s.exec(ctx, `UPDATE invoices SET state = $1, updated_by = $2 WHERE id = $3`, state, by, id)
}

// SetStateOf changes an invoice of the user's.
func (s *Invoices) SetStateOf(ctx context.Context, user, id, state string) error {
	return s.exec(ctx, `UPDATE invoices SET state = $1, updated_by = $2 WHERE id = $3 AND user_id = $2`, state, user, id)
}

// Remove removes any invoice.
func (s *Invoices) Remove(ctx context.Context, id string) error {
	return s.exec(ctx, `DELETE FROM invoices WHERE id = $1`, id)
}

// RemoveOf removes an invoice of the user's.
func (s *Invoices) RemoveOf(ctx context.Context, user, id string) error {
	return s.exec(ctx, `DELETE FROM invoices WHERE user_id = ? AND id = ?`, user, id)
}

// Audit remembers what was done to which invoice.
func (s *Invoices) Audit(ctx context.Context, id, what, by string) error {
	return s.exec(ctx, `INSERT INTO audit (invoice_id, what, by_user) VALUES ($1, $2, $3)`, id, what, by)
}
