package api

import (
	"encoding/json"
	"net/http"
)

// Order is what somebody has ordered.
type Order struct {
	Id     string `json:"id"`
	UserId string `json:"user_id"`
	Item   string `json:"item"`
}

// OrderChange is what may be said about an order.
type OrderChange struct {
	Item string `json:"item"`
}

// Product can be ordered.
type Product struct {
	Id   string `json:"id"`
	Name string `json:"name"`
}

func writeJSON(w http.ResponseWriter, status int, v any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(v)
}

// ListOrdersRequestObject is the request of GET /orders.
type ListOrdersRequestObject struct{}

// ListOrdersResponseObject is one of its responses.
type ListOrdersResponseObject interface {
	VisitListOrdersResponse(w http.ResponseWriter) error
}

// ListOrders200JSONResponse is the one with status 200.
type ListOrders200JSONResponse []Order

// VisitListOrdersResponse writes it.
func (response ListOrders200JSONResponse) VisitListOrdersResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// CreateOrderRequestObject is the request of POST /orders.
type CreateOrderRequestObject struct {
	Body *OrderChange
}

// CreateOrderResponseObject is one of its responses.
type CreateOrderResponseObject interface {
	VisitCreateOrderResponse(w http.ResponseWriter) error
}

// CreateOrder200JSONResponse is the one with status 200.
type CreateOrder200JSONResponse Order

// VisitCreateOrderResponse writes it.
func (response CreateOrder200JSONResponse) VisitCreateOrderResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// GetOrderRequestObject is the request of GET /orders/{id}.
type GetOrderRequestObject struct {
	Id string `json:"id"`
}

// GetOrderResponseObject is one of its responses.
type GetOrderResponseObject interface {
	VisitGetOrderResponse(w http.ResponseWriter) error
}

// GetOrder200JSONResponse is the one with status 200.
type GetOrder200JSONResponse Order

// VisitGetOrderResponse writes it.
func (response GetOrder200JSONResponse) VisitGetOrderResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// UpdateOrderRequestObject is the request of PUT /orders/{id}.
type UpdateOrderRequestObject struct {
	Id   string `json:"id"`
	Body *OrderChange
}

// UpdateOrderResponseObject is one of its responses.
type UpdateOrderResponseObject interface {
	VisitUpdateOrderResponse(w http.ResponseWriter) error
}

// UpdateOrder204Response is the one with status 204.
type UpdateOrder204Response struct{}

// VisitUpdateOrderResponse writes it.
func (response UpdateOrder204Response) VisitUpdateOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// DeleteOrderRequestObject is the request of DELETE /orders/{id}.
type DeleteOrderRequestObject struct {
	Id string `json:"id"`
}

// DeleteOrderResponseObject is one of its responses.
type DeleteOrderResponseObject interface {
	VisitDeleteOrderResponse(w http.ResponseWriter) error
}

// DeleteOrder204Response is the one with status 204.
type DeleteOrder204Response struct{}

// VisitDeleteOrderResponse writes it.
func (response DeleteOrder204Response) VisitDeleteOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// CloseOrderRequestObject is the request of POST /orders/{id}/close.
type CloseOrderRequestObject struct {
	Id string `json:"id"`
}

// CloseOrderResponseObject is one of its responses.
type CloseOrderResponseObject interface {
	VisitCloseOrderResponse(w http.ResponseWriter) error
}

// CloseOrder200JSONResponse is the one with status 200.
type CloseOrder200JSONResponse Order

// VisitCloseOrderResponse writes it.
func (response CloseOrder200JSONResponse) VisitCloseOrderResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// PeekOrderRequestObject is the request of GET /orders/{id}/peek.
type PeekOrderRequestObject struct {
	Id string `json:"id"`
}

// PeekOrderResponseObject is one of its responses.
type PeekOrderResponseObject interface {
	VisitPeekOrderResponse(w http.ResponseWriter) error
}

// PeekOrder200JSONResponse is the one with status 200.
type PeekOrder200JSONResponse Order

// VisitPeekOrderResponse writes it.
func (response PeekOrder200JSONResponse) VisitPeekOrderResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// DropOrderRequestObject is the request of DELETE /orders/{id}/late.
type DropOrderRequestObject struct {
	Id string `json:"id"`
}

// DropOrderResponseObject is one of its responses.
type DropOrderResponseObject interface {
	VisitDropOrderResponse(w http.ResponseWriter) error
}

// DropOrder204Response is the one with status 204.
type DropOrder204Response struct{}

// VisitDropOrderResponse writes it.
func (response DropOrder204Response) VisitDropOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// ListUserOrdersRequestObject is the request of GET /users/{user_id}/orders.
type ListUserOrdersRequestObject struct {
	UserId string `json:"user_id"`
}

// ListUserOrdersResponseObject is one of its responses.
type ListUserOrdersResponseObject interface {
	VisitListUserOrdersResponse(w http.ResponseWriter) error
}

// ListUserOrders200JSONResponse is the one with status 200.
type ListUserOrders200JSONResponse []Order

// VisitListUserOrdersResponse writes it.
func (response ListUserOrders200JSONResponse) VisitListUserOrdersResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// GetMyOrderRequestObject is the request of GET /my/orders/{id}.
type GetMyOrderRequestObject struct {
	Id string `json:"id"`
}

// GetMyOrderResponseObject is one of its responses.
type GetMyOrderResponseObject interface {
	VisitGetMyOrderResponse(w http.ResponseWriter) error
}

// GetMyOrder200JSONResponse is the one with status 200.
type GetMyOrder200JSONResponse Order

// VisitGetMyOrderResponse writes it.
func (response GetMyOrder200JSONResponse) VisitGetMyOrderResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// GetMyOrder403Response is the one with status 403.
type GetMyOrder403Response struct{}

// VisitGetMyOrderResponse writes it.
func (response GetMyOrder403Response) VisitGetMyOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusForbidden)
	return nil
}

// UpdateMyOrderRequestObject is the request of PUT /my/orders/{id}.
type UpdateMyOrderRequestObject struct {
	Id   string `json:"id"`
	Body *OrderChange
}

// UpdateMyOrderResponseObject is one of its responses.
type UpdateMyOrderResponseObject interface {
	VisitUpdateMyOrderResponse(w http.ResponseWriter) error
}

// UpdateMyOrder204Response is the one with status 204.
type UpdateMyOrder204Response struct{}

// VisitUpdateMyOrderResponse writes it.
func (response UpdateMyOrder204Response) VisitUpdateMyOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// DeleteMyOrderRequestObject is the request of DELETE /my/orders/{id}.
type DeleteMyOrderRequestObject struct {
	Id string `json:"id"`
}

// DeleteMyOrderResponseObject is one of its responses.
type DeleteMyOrderResponseObject interface {
	VisitDeleteMyOrderResponse(w http.ResponseWriter) error
}

// DeleteMyOrder204Response is the one with status 204.
type DeleteMyOrder204Response struct{}

// VisitDeleteMyOrderResponse writes it.
func (response DeleteMyOrder204Response) VisitDeleteMyOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// CloseMyOrderRequestObject is the request of POST /my/orders/{id}/close.
type CloseMyOrderRequestObject struct {
	Id string `json:"id"`
}

// CloseMyOrderResponseObject is one of its responses.
type CloseMyOrderResponseObject interface {
	VisitCloseMyOrderResponse(w http.ResponseWriter) error
}

// CloseMyOrder204Response is the one with status 204.
type CloseMyOrder204Response struct{}

// VisitCloseMyOrderResponse writes it.
func (response CloseMyOrder204Response) VisitCloseMyOrderResponse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// GetOrderHistoryRequestObject is the request of GET /my/orders/{id}/history.
type GetOrderHistoryRequestObject struct {
	Id string `json:"id"`
}

// GetOrderHistoryResponseObject is one of its responses.
type GetOrderHistoryResponseObject interface {
	VisitGetOrderHistoryResponse(w http.ResponseWriter) error
}

// GetOrderHistory200JSONResponse is the one with status 200.
type GetOrderHistory200JSONResponse []Order

// VisitGetOrderHistoryResponse writes it.
func (response GetOrderHistory200JSONResponse) VisitGetOrderHistoryResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// ListMyUserOrdersRequestObject is the request of GET /my/users/{user_id}/orders.
type ListMyUserOrdersRequestObject struct {
	UserId string `json:"user_id"`
}

// ListMyUserOrdersResponseObject is one of its responses.
type ListMyUserOrdersResponseObject interface {
	VisitListMyUserOrdersResponse(w http.ResponseWriter) error
}

// ListMyUserOrders200JSONResponse is the one with status 200.
type ListMyUserOrders200JSONResponse []Order

// VisitListMyUserOrdersResponse writes it.
func (response ListMyUserOrders200JSONResponse) VisitListMyUserOrdersResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}

// GetProductRequestObject is the request of GET /products/{id}.
type GetProductRequestObject struct {
	Id string `json:"id"`
}

// GetProductResponseObject is one of its responses.
type GetProductResponseObject interface {
	VisitGetProductResponse(w http.ResponseWriter) error
}

// GetProduct200JSONResponse is the one with status 200.
type GetProduct200JSONResponse Product

// VisitGetProductResponse writes it.
func (response GetProduct200JSONResponse) VisitGetProductResponse(w http.ResponseWriter) error {
	return writeJSON(w, http.StatusOK, response)
}
