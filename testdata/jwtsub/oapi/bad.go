package oapi

import (
	"context"
	"log/slog"

	"example.com/fixtures/jwtsub/oapi/api"
)

// GetOrder shows any.
func (s *Server) GetOrder(_ context.Context, request api.GetOrderRequestObject) (api.GetOrderResponseObject, error) {
	o, err := s.find(request.Id) // want "jwtsub/unchecked-read"
	if err != nil {
		return nil, err
	}
	return api.GetOrder200JSONResponse(o), nil
}

// ListUserOrders lists for the user in the path.
func (s *Server) ListUserOrders(_ context.Context, request api.ListUserOrdersRequestObject) (api.ListUserOrdersResponseObject, error) {
	return api.ListUserOrders200JSONResponse(s.of(request.UserId)), nil // want "jwtsub/unchecked-read"
}

// UpdateOrder names the caller for nobody.
func (s *Server) UpdateOrder(ctx context.Context, request api.UpdateOrderRequestObject) (api.UpdateOrderResponseObject, error) {
	ch := change{user: caller(ctx).Subject, item: request.Body.Item}
	ch.order = request.Id // want "jwtsub/unchecked-write"
	if err := s.apply(ch); err != nil {
		return nil, err
	}
	return api.UpdateOrder204Response{}, nil
}

// DeleteOrder names the caller for the log.
func (s *Server) DeleteOrder(ctx context.Context, request api.DeleteOrderRequestObject) (api.DeleteOrderResponseObject, error) {
	id := request.Id // want "jwtsub/unchecked-write"
	slog.InfoContext(ctx, "deleted", "order", id, "by", caller(ctx).Subject)
	delete(s.orders, id)
	return api.DeleteOrder204Response{}, nil
}

// CloseOrder has an interface do it.
func (s *Server) CloseOrder(_ context.Context, request api.CloseOrderRequestObject) (api.CloseOrderResponseObject, error) {
	o, err := s.closer.Close(request.Id) // want "jwtsub/unchecked-write"
	if err != nil {
		return nil, err
	}
	return api.CloseOrder200JSONResponse(o), nil
}

// PeekOrder warns of strangers.
func (s *Server) PeekOrder(ctx context.Context, request api.PeekOrderRequestObject) (api.PeekOrderResponseObject, error) {
	o, err := s.find(request.Id) // want "jwtsub/ineffective"
	if err != nil {
		return nil, err
	}
	if o.UserId != caller(ctx).Subject {
		slog.WarnContext(ctx, "a stranger", "order", o.Id)
	}
	return api.PeekOrder200JSONResponse(o), nil
}

// DropOrder refuses strangers afterwards.
func (s *Server) DropOrder(ctx context.Context, request api.DropOrderRequestObject) (api.DropOrderResponseObject, error) {
	o, err := s.find(request.Id) // want "jwtsub/ineffective"
	if err != nil {
		return nil, err
	}
	delete(s.orders, request.Id)
	if o.UserId != caller(ctx).Subject {
		return nil, errOther
	}
	return api.DropOrder204Response{}, nil
}
