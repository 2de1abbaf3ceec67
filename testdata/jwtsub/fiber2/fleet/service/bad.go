package service

import (
	"context"

	"example.com/fixtures/jwtsub/fiber2/fleet/store"
)

// Show shows any vehicle.
func (f *Fleet) Show(ctx context.Context, id string) (*store.Vehicle, error) {
	return f.Vehicles.Get(ctx, id)
}

// Send sends any vehicle anywhere; the company goes into a column.
func (f *Fleet) Send(ctx context.Context, id, to, tenant string) error {
	return f.Vehicles.Move(ctx, id, to, tenant)
}

// Go does not read the trip's Tenant.
func (f *Fleet) Go(ctx context.Context, t Trip) error { return f.drive(ctx, t.Vehicle, t.To) }

func (f *Fleet) drive(ctx context.Context, id, to string) error {
	return f.Vehicles.Move(ctx, id, to, "")
}

// Recall gets the ID.
func (f *Fleet) Recall(id string) error { return f.drive(context.Background(), id, "recalled") }

// Sell gets no more.
func (f *Fleet) Sell(ctx context.Context, id string) error { return f.Vehicles.Delete(ctx, id) }

// Service loads, changes and saves.
func (f *Fleet) Service(ctx context.Context, id string) error {
	v, err := f.Vehicles.Get(ctx, id)
	if err != nil {
		return err
	}
	v.Place = "garage"
	return f.Vehicles.Save(ctx, v)
}

// Lend is done before it is refused.
func (f *Fleet) Lend(ctx context.Context, id, tenant string) error {
	v, err := f.Vehicles.Get(ctx, id)
	if err != nil {
		return err
	}
	if err := f.drive(ctx, id, "lent"); err != nil {
		return err
	}
	if v.TenantID != tenant {
		return ErrOther
	}
	return nil
}
