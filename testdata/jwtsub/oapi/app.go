// Package oapi takes orders: it is what somebody writes who has a strict
// server from oapi-codegen. An ID is a field of the request object.
package oapi

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/oapi/api"
)

var (
	errNone  = errors.New("no such order")
	errOther = errors.New("somebody else's order")
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type claimsKey struct{}

// authenticate goes around all operations.
func authenticate(key []byte) api.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			who := new(claims)
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), who,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), claimsKey{}, who)))
		})
	}
}

func caller(ctx context.Context) *claims {
	who, ok := ctx.Value(claimsKey{}).(*claims)
	if !ok {
		return new(claims)
	}
	return who
}

// closer closes orders.
type closer interface {
	Close(id string) (api.Order, error)
}

// ownCloser closes those of the user in the context.
type ownCloser interface {
	CloseOwn(ctx context.Context, id string) error
}

// remover removes those of a user.
type remover interface {
	Remove(ctx context.Context, user, id string) error
}

// Server answers.
type Server struct {
	orders   map[string]api.Order
	products map[string]api.Product
	closer   closer
	own      ownCloser
	remover  remover
}

var _ api.StrictServerInterface = (*Server)(nil)

// Handler is the whole application: two people, an order each.
func Handler(key []byte) http.Handler {
	s := &Server{
		orders: map[string]api.Order{
			"o1": {Id: "o1", UserId: "alice", Item: "tea"},
			"o2": {Id: "o2", UserId: "bob", Item: "truss"},
		},
		products: map[string]api.Product{"p1": {Id: "p1", Name: "tea"}},
	}
	s.closer, s.own, s.remover = office{s}, office{s}, office{s}
	strict := api.NewStrictHandlerWithOptions(s, nil, api.StrictHTTPServerOptions{
		RequestErrorHandlerFunc: fail, ResponseErrorHandlerFunc: fail,
	})
	return api.HandlerWithOptions(strict, api.StdHTTPServerOptions{
		Middlewares: []api.MiddlewareFunc{authenticate(key)}, ErrorHandlerFunc: fail,
	})
}

func fail(w http.ResponseWriter, _ *http.Request, err error) {
	switch {
	case errors.Is(err, errNone):
		http.Error(w, err.Error(), http.StatusNotFound)
	case errors.Is(err, errOther):
		http.Error(w, err.Error(), http.StatusForbidden)
	default:
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func (s *Server) of(user string) []api.Order {
	found := []api.Order{}
	for _, o := range s.orders {
		if o.UserId == user {
			found = append(found, o)
		}
	}
	return found
}

func (s *Server) find(id string) (api.Order, error) {
	o, ok := s.orders[id]
	if !ok {
		return o, errNone
	}
	return o, nil
}

// change is an order, whose it should be and what it is for.
type change struct{ order, user, item string }

// apply does not ask whose it is.
func (s *Server) apply(ch change) error {
	o, err := s.find(ch.order)
	if err != nil {
		return err
	}
	o.Item = ch.item
	s.orders[o.Id] = o
	return nil
}

// applyOwn does.
func (s *Server) applyOwn(ch change) error {
	o, err := s.find(ch.order)
	if err != nil {
		return err
	}
	if o.UserId != ch.user {
		return errOther
	}
	return s.apply(ch)
}

// office closes and removes.
type office struct{ s *Server }

func (o office) Close(id string) (api.Order, error) {
	if err := o.s.apply(change{order: id, item: "closed"}); err != nil {
		return api.Order{}, err
	}
	return o.s.find(id)
}

func (o office) CloseOwn(ctx context.Context, id string) error {
	return o.s.applyOwn(change{id, caller(ctx).Subject, "closed"})
}

func (o office) Remove(_ context.Context, user, id string) error {
	if found, err := o.s.find(id); err != nil || found.UserId != user {
		return errNone
	}
	delete(o.s.orders, id)
	return nil
}

// ListOrders are the caller's.
func (s *Server) ListOrders(ctx context.Context, _ api.ListOrdersRequestObject) (api.ListOrdersResponseObject, error) {
	return api.ListOrders200JSONResponse(s.of(caller(ctx).Subject)), nil
}

// CreateOrder orders for the caller.
func (s *Server) CreateOrder(ctx context.Context, request api.CreateOrderRequestObject) (api.CreateOrderResponseObject, error) {
	o := api.Order{Id: "o-" + request.Body.Item, UserId: caller(ctx).Subject, Item: request.Body.Item}
	s.orders[o.Id] = o
	return api.CreateOrder200JSONResponse(o), nil
}
