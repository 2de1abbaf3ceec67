// Package harbour does what the office asks for.
package harbour

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/stdmux/quay/cargo"
	"example.com/fixtures/jwtsub/stdmux/quay/ports"
)

// Harbour has a store.
type Harbour struct{ store ports.Store }

// New returns one.
func New(s ports.Store) *Harbour { return &Harbour{s} }

// Sink sinks a crate that is there.
func (h *Harbour) Sink(ctx context.Context, id string) error {
	if _, err := h.store.Find(ctx, id); err != nil {
		return err
	}
	return h.store.Remove(ctx, id)
}

// SinkOwn sinks one of an owner's.
func (h *Harbour) SinkOwn(ctx context.Context, id, owner string) error {
	found, err := h.store.Find(ctx, id)
	if err != nil {
		return err
	}
	if found.OwnerID != owner {
		return errors.New("it is somebody else's")
	}
	return h.store.Remove(ctx, id)
}

// Own lists an owner's.
func (h *Harbour) Own(ctx context.Context, owner string) ([]cargo.Crate, error) {
	return h.store.Of(ctx, owner)
}
