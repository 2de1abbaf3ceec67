// Package service has the fleet do things.
package service

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/fiber2/fleet/store"
)

// ErrOther says that another company has it.
var ErrOther = errors.New("another company's vehicle")

// Fleet is all vehicles.
type Fleet struct{ Vehicles *store.Vehicles }

// Trip is where a vehicle is to go.
type Trip struct {
	Vehicle string
	Tenant  string
	To      string
}

// Buy adds a vehicle to what the company has.
func (f *Fleet) Buy(ctx context.Context, tenant, id string) (*store.Vehicle, error) {
	v := &store.Vehicle{ID: id, TenantID: tenant, Place: "yard"}
	return v, f.Vehicles.Create(ctx, v)
}

// List lists what the company has.
func (f *Fleet) List(ctx context.Context, tenant string) ([]store.Vehicle, error) {
	return f.Vehicles.OfTenant(ctx, tenant)
}
