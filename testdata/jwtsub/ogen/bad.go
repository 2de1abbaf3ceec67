package ogen

import (
	"context"
	"log/slog"

	"example.com/fixtures/jwtsub/ogen/api"
)

// GetOrder shows any.
func (s *shop) GetOrder(_ context.Context, params api.GetOrderParams) (api.GetOrderRes, error) {
	o, err := s.find(params.ID) // want "jwtsub/unchecked-read"
	if err != nil {
		return &api.NotFound{}, nil
	}
	return o, nil
}

// ListCustomerOrders lists for the customer in the path.
func (s *shop) ListCustomerOrders(_ context.Context, params api.ListCustomerOrdersParams) ([]api.Order, error) {
	return s.of(params.CustomerID), nil // want "jwtsub/unchecked-read"
}

// UpdateOrder writes into any, for whoever is somebody.
func (s *shop) UpdateOrder(ctx context.Context, req *api.OrderInput, params api.UpdateOrderParams) (api.UpdateOrderRes, error) {
	if caller(ctx).Subject == "" {
		return &api.NotFound{}, nil
	}
	if err := s.rename(params.ID, req.Item); err != nil { // want "jwtsub/unchecked-write"
		return &api.NotFound{}, nil
	}
	return &api.Nothing{}, nil
}

// DeleteOrder names the caller for the log.
func (s *shop) DeleteOrder(ctx context.Context, params api.DeleteOrderParams) (api.DeleteOrderRes, error) {
	id := params.ID // want "jwtsub/unchecked-write"
	slog.DebugContext(ctx, "deleted", "order", id, "by", caller(ctx).Subject)
	delete(s.orders, id)
	return &api.Nothing{}, nil
}

// DropOrder refuses strangers when it is done.
func (s *shop) DropOrder(ctx context.Context, params api.DropOrderParams) (api.DropOrderRes, error) {
	o, err := s.find(params.ID) // want "jwtsub/ineffective"
	if err != nil {
		return &api.NotFound{}, nil
	}
	delete(s.orders, params.ID)
	if o.CustomerID != caller(ctx).Subject {
		return &api.Forbidden{}, nil
	}
	return &api.Nothing{}, nil
}

// PeekOrder writes strangers down and shows them all.
func (s *shop) PeekOrder(ctx context.Context, params api.PeekOrderParams) (api.PeekOrderRes, error) {
	o, err := s.find(params.ID) // want "jwtsub/ineffective"
	if err != nil {
		return &api.NotFound{}, nil
	}
	if o.CustomerID != caller(ctx).Subject {
		slog.DebugContext(ctx, "a stranger", "order", o.ID)
	}
	return o, nil
}
