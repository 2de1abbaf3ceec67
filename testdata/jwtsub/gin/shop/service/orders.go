// Package service is what the shop does with orders.
package service

import (
	"context"

	"example.com/fixtures/jwtsub/gin/shop/store"
)

// Orders works on the orders of a store.
type Orders struct{ store *store.Orders }

// NewOrders works on s.
func NewOrders(s *store.Orders) *Orders { return &Orders{s} }

// Request is what somebody wants of an order.
type Request struct {
	OrderID    string
	CustomerID string
}

// Place makes an order for the customer.
func (s *Orders) Place(ctx context.Context, customer, item string) (*store.Order, error) {
	order := &store.Order{ID: "o-" + customer + "-" + item, CustomerID: customer, Item: item, Status: "open"}
	return order, s.store.Insert(ctx, order)
}

// List finds the customer's orders.
func (s *Orders) List(ctx context.Context, customer string) ([]*store.Order, error) {
	return s.store.ListByCustomer(ctx, customer)
}
