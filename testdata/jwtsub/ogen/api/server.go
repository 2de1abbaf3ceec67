package api

import (
	"context"
	"net/http"
)

// Handler handles operations described by OpenAPI.
type Handler interface {
	// ListOrders implements listOrders operation. GET /orders
	ListOrders(ctx context.Context) ([]Order, error)
	// CreateOrder implements createOrder operation. POST /orders
	CreateOrder(ctx context.Context, req *OrderInput) (*Order, error)
	// GetOrder implements getOrder operation. GET /orders/{id}
	GetOrder(ctx context.Context, params GetOrderParams) (GetOrderRes, error)
	// UpdateOrder implements updateOrder operation. PUT /orders/{id}
	UpdateOrder(ctx context.Context, req *OrderInput, params UpdateOrderParams) (UpdateOrderRes, error)
	// DeleteOrder implements deleteOrder operation. DELETE /orders/{id}
	DeleteOrder(ctx context.Context, params DeleteOrderParams) (DeleteOrderRes, error)
	// DropOrder implements dropOrder operation. DELETE /orders/{id}/late
	DropOrder(ctx context.Context, params DropOrderParams) (DropOrderRes, error)
	// PeekOrder implements peekOrder operation. GET /orders/{id}/peek
	PeekOrder(ctx context.Context, params PeekOrderParams) (PeekOrderRes, error)
	// ListCustomerOrders implements listCustomerOrders operation. GET /customers/{customer_id}/orders
	ListCustomerOrders(ctx context.Context, params ListCustomerOrdersParams) ([]Order, error)
	// GetMyOrder implements getMyOrder operation. GET /my/orders/{id}
	GetMyOrder(ctx context.Context, params GetMyOrderParams) (GetMyOrderRes, error)
	// UpdateMyOrder implements updateMyOrder operation. PUT /my/orders/{id}
	UpdateMyOrder(ctx context.Context, req *OrderInput, params UpdateMyOrderParams) (UpdateMyOrderRes, error)
	// DeleteMyOrder implements deleteMyOrder operation. DELETE /my/orders/{id}
	DeleteMyOrder(ctx context.Context, params DeleteMyOrderParams) (DeleteMyOrderRes, error)
	// History implements history operation. GET /my/orders/{id}/history
	History(ctx context.Context, params HistoryParams) (HistoryRes, error)
	// GetProduct implements getProduct operation. GET /products/{id}
	GetProduct(ctx context.Context, params GetProductParams) (*Product, error)
}

// SecurityHandler is handler for security parameters.
type SecurityHandler interface {
	// HandleBearerAuth handles BearerAuth security.
	HandleBearerAuth(ctx context.Context, operationName string, t BearerAuth) (context.Context, error)
}

// BearerAuth is the token of a request.
type BearerAuth struct {
	Token string
}

// Server implements http server based on OpenAPI v3 specification and calls Handler.
type Server struct {
	h   Handler
	sec SecurityHandler
	mux *http.ServeMux
}

// NewServer creates new Server.
func NewServer(h Handler, sec SecurityHandler) (*Server, error) {
	s := &Server{h: h, sec: sec, mux: http.NewServeMux()}
	s.mux.HandleFunc("GET /orders", s.handleListOrdersRequest)
	s.mux.HandleFunc("POST /orders", s.handleCreateOrderRequest)
	s.route("GET /orders/{id}", "id", s.handleGetOrderRequest)
	s.route("PUT /orders/{id}", "id", s.handleUpdateOrderRequest)
	s.route("DELETE /orders/{id}", "id", s.handleDeleteOrderRequest)
	s.route("DELETE /orders/{id}/late", "id", s.handleDropOrderRequest)
	s.route("GET /orders/{id}/peek", "id", s.handlePeekOrderRequest)
	s.route("GET /customers/{customer_id}/orders", "customer_id", s.handleListCustomerOrdersRequest)
	s.route("GET /my/orders/{id}", "id", s.handleGetMyOrderRequest)
	s.route("PUT /my/orders/{id}", "id", s.handleUpdateMyOrderRequest)
	s.route("DELETE /my/orders/{id}", "id", s.handleDeleteMyOrderRequest)
	s.route("GET /my/orders/{id}/history", "id", s.handleHistoryRequest)
	s.route("GET /products/{id}", "id", s.handleGetProductRequest)
	return s, nil
}

// route registers an operation that has one parameter.
func (s *Server) route(pattern, name string, handle func(args [1]string, argsEscaped bool, w http.ResponseWriter, r *http.Request)) {
	s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		handle([1]string{r.PathValue(name)}, false, w, r)
	})
}

// ServeHTTP serves http request as defined by OpenAPI v3 specification.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }
