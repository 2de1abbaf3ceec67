package service

import (
	"context"

	"example.com/fixtures/jwtsub/gin/shop/store"
)

// Get finds an order for anybody.
func (s *Orders) Get(ctx context.Context, id string) (*store.Order, error) {
	return s.store.ByID(ctx, id)
}

// Cancel cancels an order for anybody.
func (s *Orders) Cancel(id string) error {
	return s.move(context.Background(), id, "cancelled")
}

// Return takes back what the order was for. It writes down who brought it.
func (s *Orders) Return(ctx context.Context, id, customer string) error {
	return s.store.SetStatusBy(ctx, id, "returned", customer)
}

// Remove deletes the order and keeps a line about it.
func (s *Orders) Remove(ctx context.Context, id, customer string) error {
	if err := s.store.Log(ctx, customer, "removed", id); err != nil {
		return err
	}
	return s.store.Delete(ctx, id)
}

// Hold has a request with a customer, and does not look at it.
func (s *Orders) Hold(ctx context.Context, r Request) error {
	return s.move(ctx, r.OrderID, "held")
}

func (s *Orders) move(ctx context.Context, id, status string) error {
	return s.store.SetStatus(ctx, id, status)
}

// Of lists anybody's orders.
func (s *Orders) Of(ctx context.Context, customer string) ([]*store.Order, error) {
	return s.store.ListByCustomer(ctx, customer)
}
