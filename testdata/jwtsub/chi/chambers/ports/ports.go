// Package ports is what the office's packages know of each other.
package ports

import "context"

// Key is of what goes with a request.
type Key string

// Deed belongs to somebody.
type Deed struct {
	ID     string
	UserID string
	Sealed bool
}

// Deeds is where deeds are kept.
type Deeds interface {
	Find(ctx context.Context, id string) (*Deed, error)
	Seal(ctx context.Context, deed *Deed) error
	Tear(ctx context.Context, id string) error
}
