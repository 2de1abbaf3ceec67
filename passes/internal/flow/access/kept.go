package access

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// remembers reports whether a store into a map only keeps at hand what has been
// loaded by the same key, so that no data changes by it.
func (u *unit) remembers(x *ssa.MapUpdate) bool {
	if ssax.StructOf(deref(x.Value.Type())) == nil || !u.deep(x.Key).minus(u.deep(x.Value)).empty() {
		return false
	}
	v := x.Value
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		a, ok := load.X.(*ssa.Alloc)
		if !ok || altered(a) {
			return false
		}
		v = onlyStoredValue(a)
	}
	if ex, ok := v.(*ssa.Extract); ok {
		v = ex.Tuple
	}
	call, ok := v.(*ssa.Call)
	return ok && !altered(x.Value) && u.e.loads(call)
}

// loads reports whether a call reads records and changes none.
func (e *engine) loads(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil {
		return false
	}
	if fact := e.fact(fn); fact != nil {
		reads := func(a Act) bool { return a.Kind == data.Reads }
		changes := func(a Act) bool { return a.Kind == data.Writes || a.Kind == data.Inserts }
		return slices.ContainsFunc(fact.Does.Acts, reads) && !slices.ContainsFunc(fact.Does.Acts, changes)
	}
	kind, _ := e.kindOf(call, fn)
	return kind == data.Reads
}

// altered reports whether the program sets a field of a record that it holds.
func altered(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *field.Referrers() {
			if _, sets := use.(*ssa.Store); sets {
				return true
			}
		}
	}
	return false
}
