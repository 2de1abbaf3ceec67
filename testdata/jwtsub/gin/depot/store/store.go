// Package store keeps the pallets.
package store

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/gin/depot/ports"
)

// ErrNone is for pallets that are not there.
var ErrNone = errors.New("no such pallet")

type racks struct{ pallets map[string]ports.Pallet }

// New has two customers, a pallet each.
func New() ports.Racks {
	return &racks{map[string]ports.Pallet{
		"p1": {ID: "p1", Customer: "alice", Goods: "tea"},
		"p2": {ID: "p2", Customer: "bob", Goods: "anvils"},
	}}
}

func (r *racks) ByCustomer(_ context.Context, customer string) ([]ports.Pallet, error) {
	found := []ports.Pallet{}
	for _, p := range r.pallets {
		if p.Customer == customer {
			found = append(found, p)
		}
	}
	return found, nil
}

func (r *racks) ByID(_ context.Context, id string) (*ports.Pallet, error) {
	p, ok := r.pallets[id]
	if !ok {
		return nil, ErrNone
	}
	return &p, nil
}

func (r *racks) ByBoth(_ context.Context, id, customer string) (*ports.Pallet, error) {
	p, ok := r.pallets[id]
	if !ok || p.Customer != customer {
		return nil, ErrNone
	}
	return &p, nil
}

func (r *racks) Put(_ context.Context, id, goods string) error {
	p, ok := r.pallets[id]
	if !ok {
		return ErrNone
	}
	p.Goods = goods
	r.pallets[id] = p
	return nil
}

func (r *racks) Take(_ context.Context, id string) error {
	if _, ok := r.pallets[id]; !ok {
		return ErrNone
	}
	delete(r.pallets, id)
	return nil
}
