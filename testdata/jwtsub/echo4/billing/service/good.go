package service

import (
	"context"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/store"
)

// GetOf has the database find both.
func (b *Billing) GetOf(ctx context.Context, user, id string) (*store.Invoice, error) {
	return b.Invoices.FindOf(ctx, user, id)
}

// check compares for those that change something.
func (b *Billing) check(ctx context.Context, user, id string) error {
	inv, err := b.Invoices.Find(ctx, id)
	if err != nil {
		return err
	}
	if inv.UserID != user {
		return ErrForbidden
	}
	return nil
}

// DiscountOf compares two calls away.
func (b *Billing) DiscountOf(ctx context.Context, user, id, total string) error {
	if err := b.check(ctx, user, id); err != nil {
		return err
	}
	return b.change(ctx, id, total)
}

// VoidOf has both in the condition.
func (b *Billing) VoidOf(ctx context.Context, id, user string) error {
	return b.Invoices.SetStateOf(ctx, user, id, "void")
}

// RemoveOf has both in the condition.
func (b *Billing) RemoveOf(ctx context.Context, id, user string) error {
	if err := b.Invoices.RemoveOf(ctx, user, id); err != nil {
		return err
	}
	return b.Invoices.Audit(ctx, id, "removed", user)
}

// PayOf reads all three fields.
func (b *Billing) PayOf(ctx context.Context, p Payment) error {
	if err := b.check(ctx, p.UserID, p.InvoiceID); err != nil {
		return err
	}
	return b.Invoices.SetTotal(ctx, p.InvoiceID, p.Amount)
}

// RemindOf is told both.
func (b *Billing) RemindOf(ctx context.Context, user, id string) error {
	return b.Invoices.SetStateOf(ctx, user, id, "reminded")
}

// DisputeOf asks the context.
func (b *Billing) DisputeOf(ctx context.Context, id string) error {
	who := auth.FromContext(ctx)
	if err := b.check(ctx, who.ID, id); err != nil && !who.Admin() {
		return err
	}
	return b.Invoices.SetState(ctx, id, "disputed", who.ID)
}
