package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call is a factory's result, or a handler with something around it.
func (l *linker) call(call *ssa.Call) {
	common := call.Common()
	n := len(l.out)
	fn := ssax.Callee(common)
	if fn == nil {
		if lit := l.u.literal(common); lit != nil {
			l.function(lit)
		} else {
			l.walk(common.Value)
		}
	} else if path := pkgPath(fn); jwt.LibraryOf(path) == nil || jwt.MakesMiddlewares(path) {
		l.factory(call, fn)
	}
	recv, args := ssax.Args(common)
	if fn == nil && l.e.namesRoles(args) && l.e.namesPrivileges(args) {
		for i := n; i < len(l.out); i++ {
			l.out[i].needRole()
		}
	}
	for _, a := range args {
		if l.e.isCallable(a.Type()) {
			l.walk(a)
		}
	}
	if recv != nil && fn != nil && l.e.models.Framework(pkgPath(fn)) == nil && data.Of(pkgPath(fn)) == data.Computes && !sameModule(l.e.pass, fn.Pkg()) {
		l.walk(recv) // alice.New(auth, log).Then(h)
	}
}

// needRole: a factory that is held in a variable was told a privileged role. It
// tests it, as far as can be seen.
func (ln *link) needRole() {
	gate := Gate{By: Origin{Source: Role}}
	if ln.seen && !slices.ContainsFunc(ln.Gates, func(g Gate) bool { return g.By == gate.By }) {
		return
	}
	c := *ln.Chain
	c.Gates = append(slices.Clone(c.Gates), gate)
	ln.Chain = &c
}

// factory is a link whose gates are those of the function that made it, with
// the operands that it was given.
func (l *linker) factory(call *ssa.Call, fn *types.Func) {
	n := len(l.out)
	l.object(fn)
	if len(l.out) == n {
		return
	}
	ln := &l.out[n]
	ln.Chain = l.at(call, ln.Chain)
	_, args := ssax.Args(call.Common())
	ln.plain = !l.e.namesPrivileges(args)
	if l.u.makesVerifier(call) && l.u.hooksAskRole(call) {
		ln.Gates = append(ln.Gates, Gate{By: Origin{Source: Role}})
	}
}

// at replaces operands in a chain by what a call gives for them.
func (l *linker) at(call *ssa.Call, c *Chain) *Chain {
	out := *c
	out.Gates, out.Acts = nil, nil
	for _, g := range c.Gates {
		if g.Holds {
			continue // What a factory is given when routes are registered, no caller is.
		}
		if g.By.Source == Role {
			if l.e.namesPrivilege(call.Common(), g.ID) {
				out.Gates = append(out.Gates, Gate{By: g.By})
			}
			continue
		}
		if l.holdsRole(call, g) {
			g = Gate{By: Origin{Source: Role}}
		}
		g.ID = parameterBy(call, g.ID)
		out.Gates = append(out.Gates, g)
	}
	for _, a := range c.Acts {
		a.ID = parameterBy(call, a.ID)
		out.Acts = append(out.Acts, a)
	}
	return &out
}

// holdsRole reports whether a gate holds the caller against a privileged role
// that a call names: whether he is listed for it.
func (l *linker) holdsRole(call *ssa.Call, g Gate) bool {
	if g.ID.Source != Operand || g.By.Source != Identity {
		return false
	}
	arg := operand(call.Common(), g.ID.Index)
	return arg != nil && l.e.namesRoles([]ssa.Value{arg}) && l.e.namesPrivileges([]ssa.Value{arg})
}

// parameterBy completes an ID whose name is an operand of a call.
func parameterBy(call *ssa.Call, o Origin) Origin {
	if o.Source != ID {
		return o // An operand has an index of another meaning.
	}
	return o.namedBy(call.Common(), parameterText)
}

// objectLinks is a function or method as a link.
func (e *engine) objectLinks(u *unit, fn *types.Func) []link {
	l := &linker{e: e, u: u, seen: make(map[ssa.Value]bool)}
	l.object(fn)
	return l.out
}

// parameter follows what callers in the package give a function.
func (l *linker) parameter(p *ssa.Parameter) {
	fn := p.Parent()
	index := -1
	for i, q := range fn.Params {
		if q == p {
			index = i
		}
	}
	calls := l.e.callers[fn]
	if len(calls) == 0 {
		l.named(p.Name())
	}
	for _, call := range calls {
		if arg := operand(call.Common(), index); arg != nil {
			if u := l.e.units[outermost(call.Parent())]; u != nil {
				inner := &linker{e: l.e, u: u, seen: l.seen}
				inner.walk(arg)
				l.out = append(l.out, inner.out...)
			}
		}
	}
}
