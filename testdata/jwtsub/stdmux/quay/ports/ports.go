// Package ports has the interfaces between the others.
package ports

import (
	"context"

	"example.com/fixtures/jwtsub/stdmux/quay/cargo"
)

// Harbour is what the office asks.
type Harbour interface {
	Sink(ctx context.Context, id string) error
	SinkOwn(ctx context.Context, id, owner string) error
	Own(ctx context.Context, owner string) ([]cargo.Crate, error)
}

// Store is where crates are.
type Store interface {
	Find(ctx context.Context, id string) (*cargo.Crate, error)
	Remove(ctx context.Context, id string) error
	Of(ctx context.Context, owner string) ([]cargo.Crate, error)
}
