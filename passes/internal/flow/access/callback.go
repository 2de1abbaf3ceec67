package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Call says that a function calls one of its operands, and with what: the ID of
// a request, say, that it has read for a function that knows what to do by it.
type Call struct {
	Index int
	Args  [][]Origin
}

// callbacks lists the operands that the unit's function calls.
func (u *unit) callbacks() []Call {
	var out []Call
	for _, fn := range u.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || call.Common().IsInvoke() || ssax.Callee(call.Common()) != nil {
					continue
				}
				p, ok := u.base(call.Common().Value).(*ssa.Parameter)
				if !ok || p.Parent() != u.root {
					continue
				}
				if c, ok := u.callOf(slices.Index(u.root.Params, p), call.Common().Args); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// callOf is a call of an operand; false if nothing goes in that matters.
func (u *unit) callOf(index int, args []ssa.Value) (Call, bool) {
	c := Call{Index: index}
	matters := false
	for _, a := range args {
		from := u.exchange(u.deep(a))
		matters = matters || len(from) > 0
		c.Args = append(c.Args, from)
	}
	return c, matters
}

// calledBack hands what a callee calls a literal with to its operands.
func (u *unit) calledBack(call ssa.CallInstruction, c Call) {
	arg := operand(call.Common(), c.Index)
	if arg == nil {
		return
	}
	fn, ok := u.closure(arg)
	if !ok {
		return
	}
	if _, ours := u.scopes[fn]; !ours || fn == u.root {
		return
	}
	for i, p := range fn.Params {
		if i < len(c.Args) && !u.e.inert(p.Type()) {
			u.add(p, u.allAt(call, c.Args[i]))
		}
	}
}

func (u *unit) allAt(call ssa.CallInstruction, origins []Origin) set {
	var s set
	for _, o := range origins {
		s = s.or(u.at(call, o))
	}
	return s
}

// liftCallback makes the accesses of a function or method the caller's own that
// a callee calls for it.
func (u *unit) liftCallback(call ssa.CallInstruction, c Call) {
	arg := operand(call.Common(), c.Index)
	if arg == nil {
		return
	}
	fn, ok := u.closure(arg)
	if !ok {
		return
	}
	obj := ssax.Object(fn)
	if obj == nil || fn.Parent() != nil {
		return
	}
	fact := u.e.fact(obj)
	if fact == nil {
		return
	}
	shift := receivers(obj)
	at := func(o Origin) set {
		if o.Source != Operand {
			return u.at(call, o)
		}
		if i := o.Index - shift; i >= 0 && i < len(c.Args) {
			return u.allAt(call, c.Args[i])
		}
		return set{}
	}
	u.liftAt(call, obj, fact, at, at)
}

// receivers is how many operands of a function come before its arguments.
func receivers(fn *types.Func) int {
	if fn.Signature().Recv() != nil {
		return 1
	}
	return 0
}
