// Package ogen takes orders: it is what somebody writes who has a server from
// ogen. An ID is a field of the operation's parameters.
package ogen

import (
	"context"
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/ogen/api"
)

var (
	errNone  = errors.New("no such order")
	errOther = errors.New("somebody else's order")
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type callerKey struct{}

// guard is the api.SecurityHandler.
type guard struct{ key []byte }

// HandleBearerAuth puts the token's claims into the operation's context.
func (g guard) HandleBearerAuth(ctx context.Context, _ string, t api.BearerAuth) (context.Context, error) {
	who := new(claims)
	_, err := jwt.ParseWithClaims(t.Token, who, func(*jwt.Token) (any, error) { return g.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return context.WithValue(ctx, callerKey{}, who), nil
}

func caller(ctx context.Context) *claims {
	who, ok := ctx.Value(callerKey{}).(*claims)
	if !ok {
		return new(claims)
	}
	return who
}

// shop is the api.Handler.
type shop struct {
	orders   map[string]api.Order
	products map[string]api.Product
}

// Handler is the whole application: two customers, an order each.
func Handler(key []byte) (http.Handler, error) {
	s := &shop{
		orders: map[string]api.Order{
			"o1": {ID: "o1", CustomerID: "alice", Item: "tea"},
			"o2": {ID: "o2", CustomerID: "bob", Item: "truss"},
		},
		products: map[string]api.Product{"p1": {ID: "p1", Name: "tea"}},
	}
	return api.NewServer(s, guard{key})
}

func (s *shop) find(id string) (*api.Order, error) {
	o, ok := s.orders[id]
	if !ok {
		return nil, errNone
	}
	return &o, nil
}

func (s *shop) of(customer string) []api.Order {
	found := []api.Order{}
	for _, o := range s.orders {
		if o.CustomerID == customer {
			found = append(found, o)
		}
	}
	return found
}

// rename asks nobody.
func (s *shop) rename(id, item string) error {
	o, err := s.find(id)
	if err != nil {
		return err
	}
	o.Item = item
	s.orders[id] = *o
	return nil
}

// renameOf takes the customer as well.
func (s *shop) renameOf(customer, id, item string) error {
	for _, o := range s.orders {
		if o.ID == id && o.CustomerID == customer {
			return s.rename(id, item)
		}
	}
	return errNone
}

// removeOf has the comparison one call further down.
func (s *shop) removeOf(customer, id string) error {
	if err := s.belongs(id, customer); err != nil {
		return err
	}
	delete(s.orders, id)
	return nil
}

func (s *shop) belongs(id, customer string) error {
	o, err := s.find(id)
	if err != nil {
		return err
	}
	if o.CustomerID != customer {
		return errOther
	}
	return nil
}

// ListOrders are the caller's.
func (s *shop) ListOrders(ctx context.Context) ([]api.Order, error) {
	return s.of(caller(ctx).Subject), nil
}

// CreateOrder orders for the caller.
func (s *shop) CreateOrder(ctx context.Context, req *api.OrderInput) (*api.Order, error) {
	o := api.Order{ID: "o-" + req.Item, CustomerID: caller(ctx).Subject, Item: req.Item}
	s.orders[o.ID] = o
	return &o, nil
}
