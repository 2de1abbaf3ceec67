// Package service is the depot's office: it knows the racks by their interface,
// and is known by one.
package service

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/gin/depot/ports"
)

var errOther = errors.New("somebody else's pallet")

type pallets struct{ racks ports.Racks }

// New is the office of some racks.
func New(racks ports.Racks) ports.Pallets { return &pallets{racks} }

func (p *pallets) List(ctx context.Context) ([]ports.Pallet, error) {
	return p.racks.ByCustomer(ctx, ports.Caller(ctx))
}

// Find does not ask whose it is.
func (p *pallets) Find(ctx context.Context, id string) (*ports.Pallet, error) {
	return p.racks.ByID(ctx, id)
}

// FindOwn asks the racks for both.
func (p *pallets) FindOwn(ctx context.Context, id string) (*ports.Pallet, error) {
	return p.racks.ByBoth(ctx, id, ports.Caller(ctx))
}

// Relabel does not ask either.
func (p *pallets) Relabel(ctx context.Context, id, goods string) error {
	return p.racks.Put(ctx, id, goods)
}

// RelabelOwn compares.
func (p *pallets) RelabelOwn(ctx context.Context, id, goods string) error {
	found, err := p.racks.ByID(ctx, id)
	if err != nil {
		return err
	}
	if found.Customer != ports.Caller(ctx) {
		return errOther
	}
	return p.racks.Put(ctx, id, goods)
}

// Ship looks first, and at nothing that matters.
func (p *pallets) Ship(ctx context.Context, id string) error {
	if _, err := p.racks.ByID(ctx, id); err != nil {
		return err
	}
	return p.racks.Take(ctx, id)
}

// ShipOwn looks for the caller's.
func (p *pallets) ShipOwn(ctx context.Context, id string) error {
	if _, err := p.racks.ByBoth(ctx, id, ports.Caller(ctx)); err != nil {
		return err
	}
	return p.racks.Take(ctx, id)
}
