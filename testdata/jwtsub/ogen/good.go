package ogen

import (
	"context"
	"errors"
	"log/slog"

	"example.com/fixtures/jwtsub/ogen/api"
)

// GetMyOrder compares what it has found.
func (s *shop) GetMyOrder(ctx context.Context, params api.GetMyOrderParams) (api.GetMyOrderRes, error) {
	o, err := s.find(params.ID)
	if err != nil {
		return &api.NotFound{}, nil
	}
	if o.CustomerID != caller(ctx).Subject {
		return &api.Forbidden{}, nil
	}
	return o, nil
}

// UpdateMyOrder writes by both.
func (s *shop) UpdateMyOrder(ctx context.Context, req *api.OrderInput, params api.UpdateMyOrderParams) (api.UpdateMyOrderRes, error) {
	if err := s.renameOf(caller(ctx).Subject, params.ID, req.Item); err != nil {
		return &api.NotFound{}, nil
	}
	return &api.Nothing{}, nil
}

// DeleteMyOrder has the comparison two calls away.
func (s *shop) DeleteMyOrder(ctx context.Context, params api.DeleteMyOrderParams) (api.DeleteMyOrderRes, error) {
	err := s.removeOf(caller(ctx).Subject, params.ID)
	switch {
	case errors.Is(err, errOther):
		return &api.Forbidden{}, nil
	case err != nil:
		return &api.NotFound{}, nil
	}
	return &api.Nothing{}, nil
}

// History is for the customer and the administrator.
func (s *shop) History(ctx context.Context, params api.HistoryParams) (api.HistoryRes, error) {
	o, err := s.find(params.ID)
	if err != nil {
		return &api.NotFound{}, nil
	}
	if who := caller(ctx); who.Role != "admin" && who.Subject != o.CustomerID {
		return &api.Forbidden{}, nil
	}
	return o, nil
}

// GetProduct shows what all may order.
func (s *shop) GetProduct(ctx context.Context, params api.GetProductParams) (*api.Product, error) {
	slog.DebugContext(ctx, "product", "id", params.ID, "by", caller(ctx).Subject)
	p, ok := s.products[params.ID]
	if !ok {
		return nil, errNone
	}
	return &p, nil
}
