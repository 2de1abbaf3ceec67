package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// StrictServerInterface is all operations, each with its request object.
type StrictServerInterface interface {
	// GET /orders
	ListOrders(ctx context.Context, request ListOrdersRequestObject) (ListOrdersResponseObject, error)
	// POST /orders
	CreateOrder(ctx context.Context, request CreateOrderRequestObject) (CreateOrderResponseObject, error)
	// GET /orders/{id}
	GetOrder(ctx context.Context, request GetOrderRequestObject) (GetOrderResponseObject, error)
	// PUT /orders/{id}
	UpdateOrder(ctx context.Context, request UpdateOrderRequestObject) (UpdateOrderResponseObject, error)
	// DELETE /orders/{id}
	DeleteOrder(ctx context.Context, request DeleteOrderRequestObject) (DeleteOrderResponseObject, error)
	// POST /orders/{id}/close
	CloseOrder(ctx context.Context, request CloseOrderRequestObject) (CloseOrderResponseObject, error)
	// GET /orders/{id}/peek
	PeekOrder(ctx context.Context, request PeekOrderRequestObject) (PeekOrderResponseObject, error)
	// DELETE /orders/{id}/late
	DropOrder(ctx context.Context, request DropOrderRequestObject) (DropOrderResponseObject, error)
	// GET /users/{user_id}/orders
	ListUserOrders(ctx context.Context, request ListUserOrdersRequestObject) (ListUserOrdersResponseObject, error)
	// GET /my/orders/{id}
	GetMyOrder(ctx context.Context, request GetMyOrderRequestObject) (GetMyOrderResponseObject, error)
	// PUT /my/orders/{id}
	UpdateMyOrder(ctx context.Context, request UpdateMyOrderRequestObject) (UpdateMyOrderResponseObject, error)
	// DELETE /my/orders/{id}
	DeleteMyOrder(ctx context.Context, request DeleteMyOrderRequestObject) (DeleteMyOrderResponseObject, error)
	// POST /my/orders/{id}/close
	CloseMyOrder(ctx context.Context, request CloseMyOrderRequestObject) (CloseMyOrderResponseObject, error)
	// GET /my/orders/{id}/history
	GetOrderHistory(ctx context.Context, request GetOrderHistoryRequestObject) (GetOrderHistoryResponseObject, error)
	// GET /my/users/{user_id}/orders
	ListMyUserOrders(ctx context.Context, request ListMyUserOrdersRequestObject) (ListMyUserOrdersResponseObject, error)
	// GET /products/{id}
	GetProduct(ctx context.Context, request GetProductRequestObject) (GetProductResponseObject, error)
}

// StrictHandlerFunc is an operation that has its request object.
type StrictHandlerFunc func(ctx context.Context, w http.ResponseWriter, r *http.Request, request any) (any, error)

// StrictMiddlewareFunc goes around one.
type StrictMiddlewareFunc func(f StrictHandlerFunc, operationID string) StrictHandlerFunc

// StrictHTTPServerOptions says what becomes of errors.
type StrictHTTPServerOptions struct {
	RequestErrorHandlerFunc  func(w http.ResponseWriter, r *http.Request, err error)
	ResponseErrorHandlerFunc func(w http.ResponseWriter, r *http.Request, err error)
}

// NewStrictHandlerWithOptions makes a ServerInterface of ssi.
func NewStrictHandlerWithOptions(ssi StrictServerInterface, middlewares []StrictMiddlewareFunc, options StrictHTTPServerOptions) ServerInterface {
	return &strictHandler{ssi: ssi, middlewares: middlewares, options: options}
}

type strictHandler struct {
	ssi         StrictServerInterface
	middlewares []StrictMiddlewareFunc
	options     StrictHTTPServerOptions
}

func (sh *strictHandler) around(handler StrictHandlerFunc, operationID string) StrictHandlerFunc {
	for _, middleware := range sh.middlewares {
		handler = middleware(handler, operationID)
	}
	return handler
}

func (sh *strictHandler) unexpected(w http.ResponseWriter, r *http.Request, response any, err error) {
	if err == nil {
		err = fmt.Errorf("unexpected response %T", response)
	}
	sh.options.ResponseErrorHandlerFunc(w, r, err)
}

// ListOrders is GET /orders.
func (sh *strictHandler) ListOrders(w http.ResponseWriter, r *http.Request) {
	var request ListOrdersRequestObject
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.ListOrders(ctx, request.(ListOrdersRequestObject))
	}, "ListOrders")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(ListOrdersResponseObject); ok && err == nil {
		err = valid.VisitListOrdersResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// CreateOrder is POST /orders.
func (sh *strictHandler) CreateOrder(w http.ResponseWriter, r *http.Request) {
	var request CreateOrderRequestObject
	if err := json.NewDecoder(r.Body).Decode(&request.Body); err != nil {
		sh.options.RequestErrorHandlerFunc(w, r, err)
		return
	}
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.CreateOrder(ctx, request.(CreateOrderRequestObject))
	}, "CreateOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(CreateOrderResponseObject); ok && err == nil {
		err = valid.VisitCreateOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// GetOrder is GET /orders/{id}.
func (sh *strictHandler) GetOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request GetOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.GetOrder(ctx, request.(GetOrderRequestObject))
	}, "GetOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(GetOrderResponseObject); ok && err == nil {
		err = valid.VisitGetOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// UpdateOrder is PUT /orders/{id}.
func (sh *strictHandler) UpdateOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request UpdateOrderRequestObject
	request.Id = id
	if err := json.NewDecoder(r.Body).Decode(&request.Body); err != nil {
		sh.options.RequestErrorHandlerFunc(w, r, err)
		return
	}
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.UpdateOrder(ctx, request.(UpdateOrderRequestObject))
	}, "UpdateOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(UpdateOrderResponseObject); ok && err == nil {
		err = valid.VisitUpdateOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// DeleteOrder is DELETE /orders/{id}.
func (sh *strictHandler) DeleteOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request DeleteOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.DeleteOrder(ctx, request.(DeleteOrderRequestObject))
	}, "DeleteOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(DeleteOrderResponseObject); ok && err == nil {
		err = valid.VisitDeleteOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// CloseOrder is POST /orders/{id}/close.
func (sh *strictHandler) CloseOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request CloseOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.CloseOrder(ctx, request.(CloseOrderRequestObject))
	}, "CloseOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(CloseOrderResponseObject); ok && err == nil {
		err = valid.VisitCloseOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// PeekOrder is GET /orders/{id}/peek.
func (sh *strictHandler) PeekOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request PeekOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.PeekOrder(ctx, request.(PeekOrderRequestObject))
	}, "PeekOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(PeekOrderResponseObject); ok && err == nil {
		err = valid.VisitPeekOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// DropOrder is DELETE /orders/{id}/late.
func (sh *strictHandler) DropOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request DropOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.DropOrder(ctx, request.(DropOrderRequestObject))
	}, "DropOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(DropOrderResponseObject); ok && err == nil {
		err = valid.VisitDropOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// ListUserOrders is GET /users/{user_id}/orders.
func (sh *strictHandler) ListUserOrders(w http.ResponseWriter, r *http.Request, userId string) {
	var request ListUserOrdersRequestObject
	request.UserId = userId
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.ListUserOrders(ctx, request.(ListUserOrdersRequestObject))
	}, "ListUserOrders")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(ListUserOrdersResponseObject); ok && err == nil {
		err = valid.VisitListUserOrdersResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// GetMyOrder is GET /my/orders/{id}.
func (sh *strictHandler) GetMyOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request GetMyOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.GetMyOrder(ctx, request.(GetMyOrderRequestObject))
	}, "GetMyOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(GetMyOrderResponseObject); ok && err == nil {
		err = valid.VisitGetMyOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// UpdateMyOrder is PUT /my/orders/{id}.
func (sh *strictHandler) UpdateMyOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request UpdateMyOrderRequestObject
	request.Id = id
	if err := json.NewDecoder(r.Body).Decode(&request.Body); err != nil {
		sh.options.RequestErrorHandlerFunc(w, r, err)
		return
	}
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.UpdateMyOrder(ctx, request.(UpdateMyOrderRequestObject))
	}, "UpdateMyOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(UpdateMyOrderResponseObject); ok && err == nil {
		err = valid.VisitUpdateMyOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// DeleteMyOrder is DELETE /my/orders/{id}.
func (sh *strictHandler) DeleteMyOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request DeleteMyOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.DeleteMyOrder(ctx, request.(DeleteMyOrderRequestObject))
	}, "DeleteMyOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(DeleteMyOrderResponseObject); ok && err == nil {
		err = valid.VisitDeleteMyOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// CloseMyOrder is POST /my/orders/{id}/close.
func (sh *strictHandler) CloseMyOrder(w http.ResponseWriter, r *http.Request, id string) {
	var request CloseMyOrderRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.CloseMyOrder(ctx, request.(CloseMyOrderRequestObject))
	}, "CloseMyOrder")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(CloseMyOrderResponseObject); ok && err == nil {
		err = valid.VisitCloseMyOrderResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// GetOrderHistory is GET /my/orders/{id}/history.
func (sh *strictHandler) GetOrderHistory(w http.ResponseWriter, r *http.Request, id string) {
	var request GetOrderHistoryRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.GetOrderHistory(ctx, request.(GetOrderHistoryRequestObject))
	}, "GetOrderHistory")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(GetOrderHistoryResponseObject); ok && err == nil {
		err = valid.VisitGetOrderHistoryResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// ListMyUserOrders is GET /my/users/{user_id}/orders.
func (sh *strictHandler) ListMyUserOrders(w http.ResponseWriter, r *http.Request, userId string) {
	var request ListMyUserOrdersRequestObject
	request.UserId = userId
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.ListMyUserOrders(ctx, request.(ListMyUserOrdersRequestObject))
	}, "ListMyUserOrders")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(ListMyUserOrdersResponseObject); ok && err == nil {
		err = valid.VisitListMyUserOrdersResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}

// GetProduct is GET /products/{id}.
func (sh *strictHandler) GetProduct(w http.ResponseWriter, r *http.Request, id string) {
	var request GetProductRequestObject
	request.Id = id
	handler := sh.around(func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, request any) (any, error) {
		return sh.ssi.GetProduct(ctx, request.(GetProductRequestObject))
	}, "GetProduct")
	response, err := handler(r.Context(), w, r, request)
	if valid, ok := response.(GetProductResponseObject); ok && err == nil {
		err = valid.VisitGetProductResponse(w)
	}
	if err != nil {
		sh.unexpected(w, r, response, err)
	}
}
