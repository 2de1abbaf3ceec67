package access

import (
	"go/token"
	"go/types"
	"slices"

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
	if u.forgives(scope) {
		return false
	}
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
				aborts = aborts || u.e.mayAbort(call)
			}
		}
		if len(next) == 0 {
			continue
		}
		passing = true
		for b := range ssax.Reach(fn.Blocks[0], nil, next).All() {
			if len(b.Succs) == 0 {
				return true
			}
		}
	}
	return !passing && !aborts // Whoever calls it asks for the outcome.
}

// forgives reports whether a scope calls what follows also where it could not
// verify the token, or there is no caller.
func (u *unit) forgives(scope int) bool {
	for _, fn := range u.funcs {
		if u.scopes[fn] != scope {
			continue
		}
		for _, b := range fn.Blocks {
			failed := u.failedSide(b)
			if failed == nil {
				continue
			}
			for after := range ssax.Reach(failed, nil, map[*ssa.BasicBlock]bool{b: true}).All() {
				if slices.ContainsFunc(after.Instrs, func(instr ssa.Instruction) bool {
					call, ok := instr.(ssa.CallInstruction)
					return ok && u.callsNext(call)
				}) {
					return true
				}
			}
		}
	}
	return false
}

// failedSide is where a block goes on if a token has not been verified, or if
// there is no caller.
func (u *unit) failedSide(b *ssa.BasicBlock) *ssa.BasicBlock {
	if len(b.Instrs) == 0 {
		return nil
	}
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nil
	}
	cmp, ok := cond.Cond.(*ssa.BinOp)
	if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return nil
	}
	// An error is there, or the caller is not, where the two are not equal, or are.
	if bad := u.verifierError(cmp.X); !bad && !u.absent(cmp) {
		return nil
	} else if bad == (cmp.Op == token.NEQ) {
		return b.Succs[0]
	}
	return b.Succs[1]
}

// verifierError reports whether a value is the error of a call that verifies.
func (u *unit) verifierError(v ssa.Value) bool {
	ex, ok := v.(*ssa.Extract)
	if !ok || !ssax.IsError(v.Type()) {
		return false
	}
	call, ok := ex.Tuple.(*ssa.Call)
	return ok && u.verifies(call)
}

// absent reports whether a comparison asks whether there is a caller at all.
func (u *unit) absent(cmp *ssa.BinOp) bool {
	c, ok := cmp.Y.(*ssa.Const)
	if !ok || !u.deep(cmp.X).has(identity) {
		return false
	}
	named, ok := types.Unalias(deref(cmp.X.Type())).(*types.Named)
	return c.IsNil() && ok && sameModule(u.e.pass, named.Obj().Pkg()) && !types.IsInterface(named)
}

// verifies reports whether a call verifies a token.
func (u *unit) verifies(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil {
		return false
	}
	if row := u.e.models.JWT(fn, ""); row != nil {
		return u.e.verifies(call.Common(), row)
	}
	if fact := u.e.fact(fn); fact != nil {
		return fact.Does.Verifies
	}
	return u.e.verifiesByName(fn)
}

// turnsAway reports whether a call stops the chain of middleware.
func (u *unit) turnsAway(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if row := u.e.models.Web(fn); row != nil {
		return row.Does == web.Aborts
	}
	fact := u.e.fact(fn)
	return fact != nil && (fact.Stops || fact.Ends)
}

// callsNext reports whether a call hands the request on: to the framework, or
// to a handler that the middleware was given.
func (u *unit) callsNext(call ssa.CallInstruction) bool {
	common := call.Common()
	fn := ssax.Callee(common)
	if row := u.e.models.Web(fn); row != nil {
		return row.Does == web.Passes
	}
	if fn != nil {
		return fn.Name() == "ServeHTTP"
	}
	if u.literal(common) != nil {
		return false
	}
	for _, a := range common.Args {
		if u.e.carriesIdentity(a.Type()) {
			return true
		}
	}
	return false
}

// mayAbort reports whether a call is of a framework whose middleware has to
// abort, because what follows is called anyway.
func (e *engine) mayAbort(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil {
		return false
	}
	f := e.models.Framework(pkgPath(fn))
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
