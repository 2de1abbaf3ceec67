package oapi

import (
	"context"
	"log/slog"

	"example.com/fixtures/jwtsub/oapi/api"
)

// GetMyOrder compares what it has found.
func (s *Server) GetMyOrder(ctx context.Context, request api.GetMyOrderRequestObject) (api.GetMyOrderResponseObject, error) {
	o, err := s.find(request.Id)
	if err != nil {
		return nil, err
	}
	if o.UserId != caller(ctx).Subject {
		return api.GetMyOrder403Response{}, nil
	}
	return api.GetMyOrder200JSONResponse(o), nil
}

// ListMyUserOrders is for the user in the path.
func (s *Server) ListMyUserOrders(ctx context.Context, request api.ListMyUserOrdersRequestObject) (api.ListMyUserOrdersResponseObject, error) {
	if request.UserId != caller(ctx).Subject {
		return nil, errOther
	}
	return api.ListMyUserOrders200JSONResponse(s.of(request.UserId)), nil
}

// UpdateMyOrder names the caller for applyOwn.
func (s *Server) UpdateMyOrder(ctx context.Context, request api.UpdateMyOrderRequestObject) (api.UpdateMyOrderResponseObject, error) {
	ch := change{order: request.Id, user: caller(ctx).Subject, item: request.Body.Item}
	if err := s.applyOwn(ch); err != nil {
		return nil, err
	}
	return api.UpdateMyOrder204Response{}, nil
}

// DeleteMyOrder tells both.
func (s *Server) DeleteMyOrder(ctx context.Context, request api.DeleteMyOrderRequestObject) (api.DeleteMyOrderResponseObject, error) {
	if err := s.remover.Remove(ctx, caller(ctx).Subject, request.Id); err != nil {
		return nil, err
	}
	return api.DeleteMyOrder204Response{}, nil
}

// CloseMyOrder lets the context tell.
func (s *Server) CloseMyOrder(ctx context.Context, request api.CloseMyOrderRequestObject) (api.CloseMyOrderResponseObject, error) {
	if err := s.own.CloseOwn(ctx, request.Id); err != nil {
		return nil, err
	}
	return api.CloseMyOrder204Response{}, nil
}

// GetOrderHistory is for the user and the administrator.
func (s *Server) GetOrderHistory(ctx context.Context, request api.GetOrderHistoryRequestObject) (api.GetOrderHistoryResponseObject, error) {
	o, err := s.find(request.Id)
	if err != nil {
		return nil, err
	}
	if who := caller(ctx); who.Role != "admin" && who.Subject != o.UserId {
		return nil, errOther
	}
	return api.GetOrderHistory200JSONResponse{o}, nil
}

// GetProduct shows what all may order.
func (s *Server) GetProduct(ctx context.Context, request api.GetProductRequestObject) (api.GetProductResponseObject, error) {
	slog.DebugContext(ctx, "product", "id", request.Id, "by", caller(ctx).Subject)
	p, ok := s.products[request.Id]
	if !ok {
		return nil, errNone
	}
	return api.GetProduct200JSONResponse(p), nil
}
