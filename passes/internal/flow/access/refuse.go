package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Middleware that looks at a token and lets everybody pass guards nothing: it
// only tells handlers who the caller is, if there is one.

// refusesIn reports whether the function, or the literal that a scope is, turns
// some requests away: it aborts, or there is a way through it on which what
// follows is not called.
func (u *unit) refusesIn(scope int) bool {
	passing, aborts := false, false
	for _, fn := range u.funcs {
		if u.scopes[fn] != scope {
			continue
		}
		next := make(map[*ssa.BasicBlock]bool)
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if u.turnsAway(call) {
					return true
				}
				if u.callsNext(call) {
					next[b] = true
				}
				aborts = aborts || mayAbort(call)
			}
		}
		if len(next) == 0 {
			continue
		}
		passing = true
		for b := range ssax.Reach(fn.Blocks[0], nil, next) {
			if len(b.Succs) == 0 {
				return true
			}
		}
	}
	return !passing && !aborts // Whoever calls it asks for the outcome.
}

// turnsAway reports whether a call stops the chain of middleware.
func (u *unit) turnsAway(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if row := web.FuncOf(fn); row != nil {
		return row.Does == web.Aborts
	}
	fact := u.e.fact(fn)
	return fact != nil && (fact.Stops || fact.Ends || fact.Does.Refuses && fact.Does.Verifies)
}

// callsNext reports whether a call hands the request on: to the framework, or
// to a handler that the middleware was given.
func (u *unit) callsNext(call ssa.CallInstruction) bool {
	common := call.Common()
	fn := ssax.Callee(common)
	if row := web.FuncOf(fn); row != nil {
		return row.Does == web.Passes
	}
	if fn != nil {
		return fn.Name() == "ServeHTTP"
	}
	if u.literal(common) != nil {
		return false
	}
	for _, a := range common.Args {
		if carriesIdentity(a.Type()) {
			return true
		}
	}
	return false
}

// mayAbort reports whether a call is of a framework whose middleware has to
// abort, because what follows is called anyway.
func mayAbort(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil {
		return false
	}
	f := web.Of(pkgPath(fn))
	if f == nil {
		return false
	}
	for _, row := range f.Funcs {
		if row.Does == web.Aborts {
			return true
		}
	}
	return false
}
