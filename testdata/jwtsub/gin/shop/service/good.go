package service

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/store"
)

// ErrNotYours says that the order is somebody else's.
var ErrNotYours = errors.New("not your order")

// GetOwn leaves it to the store whose order it is.
func (s *Orders) GetOwn(ctx context.Context, id, customer string) (*store.Order, error) {
	return s.store.ByIDAndCustomer(ctx, id, customer)
}

// CancelOwn compares before it goes on.
func (s *Orders) CancelOwn(ctx context.Context, id, customer string) error {
	order, err := s.owned(ctx, id, customer)
	if err != nil {
		return err
	}
	return s.move(ctx, order.ID, "cancelled")
}

func (s *Orders) owned(ctx context.Context, id, customer string) (*store.Order, error) {
	order, err := s.store.ByID(ctx, id)
	if err != nil {
		return nil, err
	}
	if order.CustomerID != customer {
		return nil, ErrNotYours
	}
	return order, nil
}

// RemoveOwn leaves it to the store.
func (s *Orders) RemoveOwn(ctx context.Context, id, customer string) error {
	return s.store.DeleteFor(ctx, id, customer)
}

// HoldOwn reads the customer of the request.
func (s *Orders) HoldOwn(ctx context.Context, r Request) error {
	return s.store.SetStatusFor(ctx, r.OrderID, r.CustomerID, "held")
}

// ReturnOwn finds out for itself who asks.
func (s *Orders) ReturnOwn(ctx context.Context, id string) error {
	user, ok := auth.FromContext(ctx)
	if !ok {
		return ErrNotYours
	}
	if _, err := s.owned(ctx, id, user.ID); err != nil {
		return err
	}
	return s.store.SetStatusBy(ctx, id, "returned", user.ID)
}
