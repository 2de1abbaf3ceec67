// Package access says who may do what with which paper.
package access

import (
	"context"
	"errors"
	"log"
)

// ErrDenied is for those who may not.
var ErrDenied = errors.New("denied")

type clerkKey struct{}

// With has the clerk go on in the context.
func With(ctx context.Context, clerk string) context.Context {
	return context.WithValue(ctx, clerkKey{}, clerk)
}

// Clerk is who asks.
func Clerk(ctx context.Context) string {
	name, _ := ctx.Value(clerkKey{}).(string)
	return name
}

type grant struct{ clerk, action, paper string }

var grants = map[grant]bool{{"bob", "edit", "p2"}: true, {"bob", "read", "p2"}: true}

// Authorize is an error unless the caller may do it.
func Authorize(ctx context.Context, action, paper string) error {
	if !grants[grant{Clerk(ctx), action, paper}] {
		return ErrDenied
	}
	return nil
}

// Note only writes down who does what.
func Note(ctx context.Context, action, paper string) error {
	log.Printf("%s: %s %s", Clerk(ctx), action, paper)
	return nil
}
