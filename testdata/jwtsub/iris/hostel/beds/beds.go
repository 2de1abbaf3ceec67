// Package beds has the beds, and somebody before them who asks whose they are.
package beds

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/iris/hostel/guard"
)

// ErrNone is for beds that are not there or not for the caller.
var ErrNone = errors.New("no such bed")

// Bed is a guest's for some nights.
type Bed struct {
	ID      string `json:"id"`
	GuestID string `json:"guest_id"`
	Room    string `json:"room"`
	Linen   string `json:"linen"`
}

// Service is what can be done with beds.
type Service interface {
	Mine(ctx context.Context) []*Bed
	Find(ctx context.Context, id string) (*Bed, error)
	Make(ctx context.Context, id, linen string) error
	Clear(ctx context.Context, id string) error
}

type rows struct{ beds map[string]*Bed }

// New has two guests, a bed each.
func New() Service {
	return polite{&rows{map[string]*Bed{
		"b1": {"b1", "alice", "blue", "cotton"}, "b2": {"b2", "bob", "red", "silk"},
	}}}
}

func (r *rows) Mine(ctx context.Context) []*Bed {
	own := []*Bed{}
	for _, b := range r.beds {
		if b.GuestID == guard.Guest(ctx) {
			own = append(own, b)
		}
	}
	return own
}

func (r *rows) Find(_ context.Context, id string) (*Bed, error) {
	if b, ok := r.beds[id]; ok {
		return b, nil
	}
	return nil, ErrNone
}

func (r *rows) Make(ctx context.Context, id, linen string) error {
	b, err := r.Find(ctx, id)
	if err == nil {
		b.Linen = linen
	}
	return err
}

func (r *rows) Clear(_ context.Context, id string) error {
	delete(r.beds, id)
	return nil
}

// polite has all that it does not name from what is below.
type polite struct{ Service }

func (p polite) Find(ctx context.Context, id string) (*Bed, error) {
	b, err := p.Service.Find(ctx, id)
	if err != nil || b.GuestID != guard.Guest(ctx) {
		return nil, ErrNone
	}
	return b, nil
}

func (p polite) Make(ctx context.Context, id, linen string) error {
	if _, err := p.Find(ctx, id); err != nil {
		return err
	}
	return p.Service.Make(ctx, id, linen)
}
