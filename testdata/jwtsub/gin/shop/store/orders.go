// Package store keeps the orders in SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
)

// ErrNotFound says that no order fits.
var ErrNotFound = errors.New("no such order")

// Order is what a customer has ordered.
type Order struct {
	ID         string `json:"id"`
	CustomerID string `json:"customer_id"`
	Item       string `json:"item"`
	Status     string `json:"status"`
}

// Orders are the rows of one table.
type Orders struct{ db *sql.DB }

// NewOrders works on db.
func NewOrders(db *sql.DB) *Orders { return &Orders{db} }

func scan(row *sql.Row) (*Order, error) {
	var o Order
	if err := row.Scan(&o.ID, &o.CustomerID, &o.Item, &o.Status); err != nil {
		return nil, ErrNotFound
	}
	return &o, nil
}

// Insert adds an order.
func (s *Orders) Insert(ctx context.Context, o *Order) error {
	_, err := s.db.ExecContext(ctx, `INSERT INTO orders (id, customer_id, item, status) VALUES ($1, $2, $3, $4)`,
		o.ID, o.CustomerID, o.Item, o.Status)
	return err
}

// ByID finds anybody's order.
func (s *Orders) ByID(ctx context.Context, id string) (*Order, error) {
	return scan(s.db.QueryRowContext(ctx, `SELECT id, customer_id, item, status FROM orders WHERE id = $1`, id))
}

// ByIDAndCustomer finds an order of this customer's.
func (s *Orders) ByIDAndCustomer(ctx context.Context, id, customer string) (*Order, error) {
	return scan(s.db.QueryRowContext(ctx,
		`SELECT id, customer_id, item, status FROM orders WHERE id = $1 AND customer_id = $2`, id, customer))
}

// ListByCustomer finds all orders of one customer.
func (s *Orders) ListByCustomer(ctx context.Context, customer string) ([]*Order, error) {
	rows, err := s.db.QueryContext(ctx,
		`SELECT id, customer_id, item, status FROM orders WHERE customer_id = $1`, customer)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	orders := []*Order{}
	for rows.Next() {
		var o Order
		if err := rows.Scan(&o.ID, &o.CustomerID, &o.Item, &o.Status); err != nil {
			return nil, err
		}
		orders = append(orders, &o)
	}
	return orders, rows.Err()
}

// SetStatus changes anybody's order.
func (s *Orders) SetStatus(ctx context.Context, id, status string) error {
	return one(s.db.ExecContext(ctx, `UPDATE orders SET status = $2 WHERE id = $1`, id, status))
}

// SetStatusBy also notes by whom.
func (s *Orders) SetStatusBy(ctx context.Context, id, status, by string) error {
	return one(s.db.ExecContext(ctx, `UPDATE orders SET status = $1, changed_by = $2 WHERE id = $3`, status, by, id))
}

// SetStatusFor changes an order of this customer's.
func (s *Orders) SetStatusFor(ctx context.Context, id, customer, status string) error {
	return one(s.db.ExecContext(ctx,
		`UPDATE orders SET status = $3 WHERE id = $1 AND customer_id = $2`, id, customer, status))
}

// Delete removes anybody's order.
func (s *Orders) Delete(ctx context.Context, id string) error {
	return one(s.db.ExecContext(ctx, `DELETE FROM orders WHERE id = $1`, id))
}

// DeleteFor removes an order of this customer's.
func (s *Orders) DeleteFor(ctx context.Context, id, customer string) error {
	return one(s.db.ExecContext(ctx, `DELETE FROM orders WHERE id = $1 AND customer_id = $2`, id, customer))
}

// Log adds a line to the shop's journal.
func (s *Orders) Log(ctx context.Context, who, what, id string) error {
	_, err := s.db.ExecContext(ctx, `INSERT INTO journal (who, what, order_id) VALUES ($1, $2, $3)`, who, what, id)
	return err
}

func one(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return ErrNotFound
	}
	return nil
}
