package access

import (
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A library's middleware calls functions of the program's on the way: that which
// finds the key, one that looks at the claims. What they refuse it refuses.

// guardsMade lists the calls of a scope that have a library make a middleware
// that verifies: that one turns others away and leaves the identity to handlers.
func (u *unit) guardsMade(scope int) iter.Seq[*ssa.Call] {
	return func(yield func(*ssa.Call) bool) {
		for _, fn := range u.funcs {
			if u.scopes[fn] != scope {
				continue
			}
			for instr := range ssax.Calls(fn) {
				call, ok := instr.(*ssa.Call)
				if ok && u.e.isCallable(call.Type()) && u.makesVerifier(call) && !yield(call) {
					return
				}
			}
		}
	}
}

// makesVerifier reports whether a call has a library make middleware that verifies.
func (u *unit) makesVerifier(call *ssa.Call) bool {
	row := u.e.models.Web(ssax.Callee(call.Common()))
	return row != nil && row.Does == web.VerifiesToken
}

// hooksAskRole reports whether one of the functions that a library's middleware
// is given lets only some callers through by what they may do. The answer is
// kept: when routes are joined, the unit has forgotten its guards.
func (u *unit) hooksAskRole(call *ssa.Call) bool {
	return answer(u.ranks, call, func() bool { return u.anyHookAsksRole(call) })
}

func (u *unit) anyHookAsksRole(call *ssa.Call) bool {
	_, args := ssax.Args(call.Common())
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		for fn := range u.hooks(arg) {
			if u.asksRole(fn) {
				return true
			}
		}
		return false
	})
}

// hooks lists the functions in an argument: itself, or the fields of a struct.
func (u *unit) hooks(arg ssa.Value) iter.Seq[*ssa.Function] {
	return func(yield func(*ssa.Function) bool) {
		if _, ok := arg.Type().Underlying().(*types.Signature); ok {
			if fn, ok := u.closure(arg); ok {
				yield(fn)
			}
			return
		}
		config, ok := u.base(arg).(*ssa.Alloc)
		for range 4 {
			if !ok {
				return
			}
			for fn := range u.fieldFuncs(config) {
				if !yield(fn) {
					return
				}
			}
			config, ok = u.base(onlyStoredValue(config)).(*ssa.Alloc) // The whole of another struct.
		}
	}
}

// fieldFuncs lists the functions that the fields of a struct are set to.
func (u *unit) fieldFuncs(config *ssa.Alloc) iter.Seq[*ssa.Function] {
	return func(yield func(*ssa.Function) bool) {
		for _, ref := range *config.Referrers() {
			field, ok := ref.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			for store := range ssax.StoresTo(field) {
				if fn, ok := u.closure(store.Val); ok && !yield(fn) {
					return
				}
			}
		}
	}
}

// asksRole reports whether a function lets only some callers through by what
// they may do. What a library calls it with names no role.
func (u *unit) asksRole(fn *ssa.Function) bool {
	if slices.Contains(u.funcs, fn) {
		return slices.ContainsFunc(u.guards, func(g *guard) bool { return g.fn == fn && g.deciding && g.role })
	}
	fact := u.e.fact(ssax.Object(fn))
	return fact != nil && slices.ContainsFunc(fact.Does.Gates, func(g Gate) bool { return g.By.Source == Role && !g.Holds })
}
