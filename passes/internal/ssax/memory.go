package ssax

import (
	"iter"

	"golang.org/x/tools/go/ssa"
)

// StoresTo yields the stores to an address as a whole.
func StoresTo(addr ssa.Value) iter.Seq[*ssa.Store] {
	return func(yield func(*ssa.Store) bool) {
		if addr.Referrers() == nil {
			return // Of a package variable: any function may have some.
		}
		for _, ref := range *addr.Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == addr && !yield(store) {
				return
			}
		}
	}
}

// Elements returns the values stored into the array behind a slice literal, such
// as that of variadic arguments; none for other slices.
func Elements(list ssa.Value) []ssa.Value {
	slice, ok := list.(*ssa.Slice)
	if !ok || slice.X.Referrers() == nil {
		return nil
	}
	var out []ssa.Value
	for _, ref := range *slice.X.Referrers() {
		if addr, ok := ref.(*ssa.IndexAddr); ok {
			for store := range StoresTo(addr) {
				out = append(out, store.Val)
			}
		}
	}
	return out
}
