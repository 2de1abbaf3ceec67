package service

import (
	"context"

	"example.com/fixtures/jwtsub/echo4/billing/store"
)

// Get gets anybody's invoice.
func (b *Billing) Get(ctx context.Context, id string) (*store.Invoice, error) {
	return b.Invoices.Find(ctx, id)
}

// Discount lowers anybody's invoice.
func (b *Billing) Discount(ctx context.Context, id, total string) error {
	return b.change(ctx, id, total)
}

func (b *Billing) change(ctx context.Context, id, total string) error {
	return b.Invoices.SetTotal(ctx, id, total)
}

// Void knows who it is, and puts that into the row.
func (b *Billing) Void(ctx context.Context, id, user string) error {
	return b.Invoices.SetState(ctx, id, "void", user)
}

// Remove puts it into another table.
func (b *Billing) Remove(ctx context.Context, id, user string) error {
	if err := b.Invoices.Audit(ctx, id, "removed", user); err != nil {
		return err
	}
	return b.Invoices.Remove(ctx, id)
}

// Pay reads two of the payment's three fields.
func (b *Billing) Pay(ctx context.Context, p Payment) error {
	return b.Invoices.SetTotal(ctx, p.InvoiceID, p.Amount)
}

// Remind is told an ID.
func (b *Billing) Remind(id string) error {
	return b.Invoices.SetState(context.Background(), id, "reminded", "")
}

// Dispute compares the invoice's user with the invoice's user.
func (b *Billing) Dispute(ctx context.Context, id string) error {
	inv, err := b.Invoices.Find(ctx, id)
	if err != nil {
		return err
	}
	payer, err := b.Invoices.Customer(ctx, inv.UserID)
	if err != nil {
		return err
	}
	if inv.UserID != payer {
		return ErrForbidden
	}
	return b.Invoices.SetState(ctx, id, "disputed", payer)
}
