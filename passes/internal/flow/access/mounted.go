package access

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// wrapped adds what is put around a router as a whole, and where it is mounted.
func (t *tracer) wrapped(u *unit, v ssa.Value) {
	refs := v.Referrers()
	if refs == nil {
		return
	}
	t.mountedIn(u, v)
	for _, ref := range *refs {
		var next ssa.Value
		switch x := ref.(type) {
		case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.MakeClosure:
			next = x.(ssa.Value) // A closure of the router's own handler method.
		case *ssa.Return:
			t.leaves(u, x)
		case *ssa.Call:
			next = t.passed(u, x, v)
		}
		if next != nil && !t.seen[next] {
			t.seen[next] = true
			t.wrapped(u, next)
		}
	}
}

// leaves: the function returns the router; callers mount it.
func (t *tracer) leaves(u *unit, ret *ssa.Return) {
	fn := ret.Parent()
	calls := t.e.callers[fn]
	if len(calls) == 0 && fn == u.root {
		t.out.open[end{fn, result}] = true
	}
	for _, c := range calls {
		if call, ok := c.(*ssa.Call); ok && !t.seen[call] {
			if cu := t.e.units[outermost(call.Parent())]; cu != nil {
				t.seen[call] = true
				t.attached(call)
				t.wrapped(cu, call)
			}
		}
	}
}

// passed is a router as an argument: it is mounted on another, or gets
// something around it.
func (t *tracer) passed(u *unit, call *ssa.Call, v ssa.Value) ssa.Value {
	common := call.Common()
	recv, args := ssax.Args(common)
	if !slices.Contains(args, v) {
		return nil
	}
	fn := ssax.Callee(common)
	row := t.e.models.Web(fn)
	if row != nil && (row.Does == web.Mounts || row.Does == web.Registers) {
		if flow.OperandAt(common, row.Handlers) != v {
			return nil
		}
		if p := flow.OperandAt(common, row.Path); p != nil {
			t.out.prefix = strings.TrimSuffix(text(p), "/") + t.out.prefix
		}
		if recv != nil {
			t.router(u, recv)
		}
		return nil
	}
	sig := common.Signature()
	if sig.Results().Len() != 1 || !t.e.isHandler(sig.Results().At(0).Type()) {
		return nil
	}
	t.out.links = append(t.out.links, t.e.links(u, call)...)
	return call
}

// isHandler reports whether values of t are handlers. Middleware that is made
// for a router is none: it says itself whose routes it stands before.
func (e *engine) isHandler(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return e.isCallable(t)
	}
	for p := range sig.Params().Variables() {
		if e.isCallable(p.Type()) {
			return false
		}
	}
	return e.handles(sig)
}

func (e *engine) isRouter(t types.Type) bool {
	return e.models.Type(t) == web.IsRouter || e.embeds(t, e.isRouter)
}

// within returns the call that is given a literal to register routes in.
func (e *engine) within(fn *ssa.Function) (ssa.CallInstruction, *web.Func) {
	if fn.Parent() == nil {
		return nil, nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			row := e.models.Web(ssax.Callee(call.Common()))
			if row == nil || row.Within == model.None {
				continue
			}
			switch x := flow.OperandAt(call.Common(), row.Within).(type) {
			case *ssa.MakeClosure:
				if x.Fn == fn {
					return call, row
				}
			case *ssa.Function:
				if x == fn {
					return call, row
				}
			}
		}
	}
	return nil, nil
}
