package service

import (
	"context"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/store"
)

// ShowOf has the query take both.
func (f *Fleet) ShowOf(ctx context.Context, tenant, id string) (*store.Vehicle, error) {
	return f.Vehicles.GetOf(ctx, tenant, id)
}

// SendOf has the update take both.
func (f *Fleet) SendOf(ctx context.Context, id, to, tenant string) error {
	return f.Vehicles.MoveOf(ctx, tenant, id, to)
}

// GoOf reads all of the trip.
func (f *Fleet) GoOf(ctx context.Context, t Trip) error {
	v, err := f.Vehicles.Get(ctx, t.Vehicle)
	if err != nil {
		return err
	}
	if v.TenantID != t.Tenant {
		return ErrOther
	}
	return f.drive(ctx, t.Vehicle, t.To)
}

// RecallOf is for the company.
func (f *Fleet) RecallOf(tenant, id string) error {
	return f.GoOf(context.Background(), Trip{Vehicle: id, Tenant: tenant, To: "recalled"})
}

// SellOf has the delete take both.
func (f *Fleet) SellOf(ctx context.Context, tenant, id string) error {
	return f.Vehicles.DeleteOf(ctx, tenant, id)
}

// ServiceOf asks the context for the company.
func (f *Fleet) ServiceOf(ctx context.Context, id string) error {
	tenant, _ := ctx.Value(auth.Key{}).(string)
	v, err := f.Vehicles.GetOf(ctx, tenant, id)
	if err != nil {
		return err
	}
	v.Place = "garage"
	return f.Vehicles.Save(ctx, v)
}

// LendOf refuses before it is done.
func (f *Fleet) LendOf(ctx context.Context, id, tenant string) error {
	if err := f.mayLend(ctx, id, tenant); err != nil {
		return err
	}
	return f.drive(ctx, id, "lent")
}

func (f *Fleet) mayLend(ctx context.Context, id, tenant string) error {
	if v, err := f.Vehicles.Get(ctx, id); err != nil || v.TenantID != tenant {
		return ErrOther
	}
	return nil
}
