// Package accounts knows what kind of user somebody is.
package accounts

import (
	"context"
	"errors"
)

// Kind is what somebody may do.
type Kind string

// Everybody who has signed up is a customer.
const (
	KindAdmin    Kind = "admin"
	KindCustomer Kind = "customer"
)

// Identity is what is known of a user.
type Identity struct {
	User string
	Kind Kind
}

// Accounts are all users.
type Accounts struct{ kinds map[string]Kind }

// New has one of each kind.
func New() *Accounts {
	return &Accounts{map[string]Kind{"alice": KindCustomer, "bob": KindAdmin}}
}

// Identify looks a user up.
func (a *Accounts) Identify(_ context.Context, user string) (*Identity, error) {
	kind, ok := a.kinds[user]
	if !ok {
		return nil, errors.New("no such user")
	}
	return &Identity{user, kind}, nil
}
