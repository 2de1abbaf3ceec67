// Package service is what can be done with invoices.
package service

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/echo4/billing/store"
)

// ErrForbidden says that the invoice is not for the one who asks.
var ErrForbidden = errors.New("service: not your invoice")

// Billing works on the invoices.
type Billing struct{ Invoices *store.Invoices }

// Payment is what the client sends, and who the client is.
type Payment struct {
	InvoiceID string
	UserID    string
	Amount    string
}

// Bill makes an invoice for the user.
func (b *Billing) Bill(ctx context.Context, user, id, total string) error {
	return b.Invoices.Add(ctx, store.Invoice{ID: id, UserID: user, Total: total, State: "open"})
}

// All is what the user has to pay.
func (b *Billing) All(ctx context.Context, user string) ([]store.Invoice, error) {
	return b.Invoices.All(ctx, user)
}
