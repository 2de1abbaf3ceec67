// Package ports is what the depot's packages know of each other.
package ports

import "context"

// Pallet is a customer's.
type Pallet struct {
	ID       string `json:"id"`
	Customer string `json:"customer"`
	Goods    string `json:"goods"`
}

type callerKey struct{}

// WithCaller has the caller go on in the context.
func WithCaller(ctx context.Context, customer string) context.Context {
	return context.WithValue(ctx, callerKey{}, customer)
}

// Caller is the customer who asks.
func Caller(ctx context.Context) string {
	customer, _ := ctx.Value(callerKey{}).(string)
	return customer
}

// Pallets is the service.
type Pallets interface {
	List(ctx context.Context) ([]Pallet, error)
	Find(ctx context.Context, id string) (*Pallet, error)
	FindOwn(ctx context.Context, id string) (*Pallet, error)
	Relabel(ctx context.Context, id, goods string) error
	RelabelOwn(ctx context.Context, id, goods string) error
	Ship(ctx context.Context, id string) error
	ShipOwn(ctx context.Context, id string) error
}

// Racks is where pallets stand.
type Racks interface {
	ByCustomer(ctx context.Context, customer string) ([]Pallet, error)
	ByID(ctx context.Context, id string) (*Pallet, error)
	ByBoth(ctx context.Context, id, customer string) (*Pallet, error)
	Put(ctx context.Context, id, goods string) error
	Take(ctx context.Context, id string) error
}
