// Package slot keeps in the request's context which contract it is about.
package slot

import "context"

const key = "contract"

// Keeper is a context, as far as it is needed here.
type Keeper interface {
	Set(key any, value any)
}

// Keep leaves the contract for whoever comes after.
func Keep(k Keeper, contract string) { k.Set(key, contract) }

// Kept is the contract that the request is about.
func Kept(ctx context.Context) string {
	contract, _ := ctx.Value(key).(string)
	return contract
}
