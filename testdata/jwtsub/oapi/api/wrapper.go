// Package api is written by hand in the shape that oapi-codegen gives to strict
// servers for net/http: wrappers that read parameters, an adapter that makes
// request objects of them, and an interface for those who answer.
package api

import (
	"context"
	"errors"
	"net/http"
)

type bearerAuthContextKey string

// BearerAuthScopes is where the wrapper puts the scopes that an operation needs.
const BearerAuthScopes bearerAuthContextKey = "bearerAuth.Scopes"

// ServerInterface is all operations, each with its parameters.
type ServerInterface interface {
	// GET /orders
	ListOrders(w http.ResponseWriter, r *http.Request)
	// POST /orders
	CreateOrder(w http.ResponseWriter, r *http.Request)
	// GET /orders/{id}
	GetOrder(w http.ResponseWriter, r *http.Request, id string)
	// PUT /orders/{id}
	UpdateOrder(w http.ResponseWriter, r *http.Request, id string)
	// DELETE /orders/{id}
	DeleteOrder(w http.ResponseWriter, r *http.Request, id string)
	// POST /orders/{id}/close
	CloseOrder(w http.ResponseWriter, r *http.Request, id string)
	// GET /orders/{id}/peek
	PeekOrder(w http.ResponseWriter, r *http.Request, id string)
	// DELETE /orders/{id}/late
	DropOrder(w http.ResponseWriter, r *http.Request, id string)
	// GET /users/{user_id}/orders
	ListUserOrders(w http.ResponseWriter, r *http.Request, userId string)
	// GET /my/orders/{id}
	GetMyOrder(w http.ResponseWriter, r *http.Request, id string)
	// PUT /my/orders/{id}
	UpdateMyOrder(w http.ResponseWriter, r *http.Request, id string)
	// DELETE /my/orders/{id}
	DeleteMyOrder(w http.ResponseWriter, r *http.Request, id string)
	// POST /my/orders/{id}/close
	CloseMyOrder(w http.ResponseWriter, r *http.Request, id string)
	// GET /my/orders/{id}/history
	GetOrderHistory(w http.ResponseWriter, r *http.Request, id string)
	// GET /my/users/{user_id}/orders
	ListMyUserOrders(w http.ResponseWriter, r *http.Request, userId string)
	// GET /products/{id}
	GetProduct(w http.ResponseWriter, r *http.Request, id string)
}

// MiddlewareFunc goes around the handler of an operation.
type MiddlewareFunc func(http.Handler) http.Handler

// ServerInterfaceWrapper reads the parameters.
type ServerInterfaceWrapper struct {
	Handler            ServerInterface
	HandlerMiddlewares []MiddlewareFunc
	ErrorHandlerFunc   func(w http.ResponseWriter, r *http.Request, err error)
}

var errEmpty = errors.New("the parameter is empty")

// ListOrders is the operation as a handler.
func (siw *ServerInterfaceWrapper) ListOrders(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.ListOrders(w, r)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// CreateOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) CreateOrder(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.CreateOrder(w, r)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// GetOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) GetOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.GetOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// UpdateOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) UpdateOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.UpdateOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// DeleteOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) DeleteOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.DeleteOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// CloseOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) CloseOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.CloseOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// PeekOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) PeekOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.PeekOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// DropOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) DropOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.DropOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// ListUserOrders is the operation as a handler.
func (siw *ServerInterfaceWrapper) ListUserOrders(w http.ResponseWriter, r *http.Request) {
	userId := r.PathValue("user_id")
	if userId == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.ListUserOrders(w, r, userId)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// GetMyOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) GetMyOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.GetMyOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// UpdateMyOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) UpdateMyOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.UpdateMyOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// DeleteMyOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) DeleteMyOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.DeleteMyOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// CloseMyOrder is the operation as a handler.
func (siw *ServerInterfaceWrapper) CloseMyOrder(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.CloseMyOrder(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// GetOrderHistory is the operation as a handler.
func (siw *ServerInterfaceWrapper) GetOrderHistory(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.GetOrderHistory(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// ListMyUserOrders is the operation as a handler.
func (siw *ServerInterfaceWrapper) ListMyUserOrders(w http.ResponseWriter, r *http.Request) {
	userId := r.PathValue("user_id")
	if userId == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.ListMyUserOrders(w, r, userId)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}

// GetProduct is the operation as a handler.
func (siw *ServerInterfaceWrapper) GetProduct(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		siw.ErrorHandlerFunc(w, r, errEmpty)
		return
	}
	ctx := context.WithValue(r.Context(), BearerAuthScopes, []string{})
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		siw.Handler.GetProduct(w, r, id)
	}))
	for _, middleware := range siw.HandlerMiddlewares {
		handler = middleware(handler)
	}
	handler.ServeHTTP(w, r.WithContext(ctx))
}
