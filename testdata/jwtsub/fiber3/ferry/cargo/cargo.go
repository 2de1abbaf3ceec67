// Package cargo is below deck. Checked is before Hold, and lets through what
// is the passenger's.
package cargo

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/fiber3/ferry/guard"
)

// ErrOthers is for what is not there or not theirs.
var ErrOthers = errors.New("not yours")

// Crate is a passenger's.
type Crate struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Inside  string `json:"inside"`
}

// Deck is what both are.
type Deck interface {
	Of(ctx context.Context) []Crate
	Open(ctx context.Context, id string) (Crate, error)
	Throw(ctx context.Context, id string) error
	Swap(ctx context.Context, id, inside string) error
}

// Hold has the crates.
type Hold struct{ Crates map[string]Crate }

// Of is the passenger's.
func (h *Hold) Of(ctx context.Context) []Crate {
	own := []Crate{}
	for _, c := range h.Crates {
		if c.OwnerID == guard.Passenger(ctx) {
			own = append(own, c)
		}
	}
	return own
}

// Open opens any.
func (h *Hold) Open(_ context.Context, id string) (Crate, error) {
	c, ok := h.Crates[id]
	if !ok {
		return Crate{}, ErrOthers
	}
	return c, nil
}

// Throw throws any.
func (h *Hold) Throw(_ context.Context, id string) error {
	delete(h.Crates, id)
	return nil
}

// Swap swaps what is in any.
func (h *Hold) Swap(_ context.Context, id, inside string) error {
	c, ok := h.Crates[id]
	if !ok {
		return ErrOthers
	}
	c.Inside = inside
	h.Crates[id] = c
	return nil
}

// Checked asks before it does what Deck can; it has no Swap of its own.
type Checked struct{ Deck }

// Open opens the passenger's.
func (d *Checked) Open(ctx context.Context, id string) (Crate, error) {
	c, err := d.Deck.Open(ctx, id)
	if err != nil {
		return Crate{}, err
	}
	if c.OwnerID != guard.Passenger(ctx) {
		return Crate{}, ErrOthers
	}
	return c, nil
}

// Throw throws what Open opens.
func (d *Checked) Throw(ctx context.Context, id string) error {
	if _, err := d.Open(ctx, id); err != nil {
		return err
	}
	return d.Deck.Throw(ctx, id)
}
