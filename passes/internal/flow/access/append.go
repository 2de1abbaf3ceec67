package access

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// appends reports whether a change of a document only adds to lists that it has:
// they were loaded, and are put back with something more.
func appends(fn *types.Func, args []ssa.Value) bool {
	first := data.Values(fn)
	if first < 0 || first >= len(args) {
		return false
	}
	entries, ok := entriesOf(args[first])
	if !ok {
		return false
	}
	for _, e := range entries {
		inner, several := entriesOf(e.value)
		if !several || !data.Sets(e.key) {
			return false
		}
		for _, one := range inner {
			if !grown(unwrapped(one.value)) {
				return false
			}
		}
	}
	return true
}

// grown reports whether a value is a list in a field of a record which the
// function has done nothing with but append to it.
func grown(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok || field.X.Referrers() == nil {
		return false
	}
	found := false
	for _, ref := range *field.X.Referrers() {
		same, ok := ref.(*ssa.FieldAddr)
		if !ok || same.Field != field.Field {
			continue
		}
		for store := range ssax.StoresTo(same) {
			if !appendedTo(store.Val, field) {
				return false
			}
			found = true
		}
	}
	return found
}

// appendedTo reports whether a value is what a field holds, with more.
func appendedTo(v ssa.Value, field *ssa.FieldAddr) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	if b, is := call.Common().Value.(*ssa.Builtin); !is || b.Name() != "append" {
		return false
	}
	return readsBack(call.Common().Args[0], field)
}

// readsBack reports whether a value is what a field holds.
func readsBack(v ssa.Value, field *ssa.FieldAddr) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	from, ok := load.X.(*ssa.FieldAddr)
	return ok && from.X == field.X && from.Field == field.Field
}
