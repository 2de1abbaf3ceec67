// Package access has the permissions, and the person who asks for them.
package access

import (
	"context"
	"log"
)

type personKey struct{}

// With is a context that knows the person.
func With(ctx context.Context, person string) context.Context {
	return context.WithValue(ctx, personKey{}, person)
}

// Person is who asks.
func Person(ctx context.Context) string {
	name, _ := ctx.Value(personKey{}).(string)
	return name
}

// Permissions are for each plant those who may.
type Permissions map[string][]string

// Allowed tells whether the person may do it to the plant.
func (p Permissions) Allowed(ctx context.Context, action, plant string) bool {
	if action == "" {
		return false
	}
	for _, person := range p[plant] {
		if person == Person(ctx) {
			return true
		}
	}
	return false
}

// Record keeps what was done, and says yes.
func (p Permissions) Record(ctx context.Context, action, plant string) bool {
	log.Println(Person(ctx), action, plant)
	return true
}
