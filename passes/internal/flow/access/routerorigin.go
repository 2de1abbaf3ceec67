package access

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// add puts middleware that a call attaches in front.
func (t *tracer) add(u *unit, mw ssa.Value, call ssa.CallInstruction) {
	for _, l := range t.e.links(u, mw) {
		l.at = call.Pos()
		t.out.links = append(t.out.links, l)
	}
}

// made is a router that a call returns: a group of another, or one of its own.
func (t *tracer) made(u *unit, call *ssa.Call) {
	common := call.Common()
	fn := ssax.Callee(common)
	if fn == nil {
		return
	}
	if row := t.e.models.Web(fn); row != nil {
		if mw := flow.OperandAt(common, row.Middleware); mw != nil && row.Does == web.Groups {
			t.add(u, mw, call)
		}
		if row.Does == web.Groups && row.Verb != "" && t.out.method == "" {
			t.out.method = row.Verb
		}
		if p := flow.OperandAt(common, row.Path); p != nil && row.Does == web.Groups {
			t.out.prefix = text(p) + t.out.prefix
		}
	}
	recv, args := ssax.Args(common)
	switch {
	case recv != nil && t.e.isRouter(recv.Type()):
		t.router(u, recv)
	case recv != nil && t.e.models.Framework(pkgPath(fn)) != nil:
		t.router(u, recv)
	case fn.Pkg() == t.e.pass.Pkg:
		t.returned(t.e.declared(fn))
	}
	for _, a := range args {
		if t.e.isRouter(a.Type()) && t.e.models.Web(fn) == nil {
			t.router(u, a) // A helper that makes a group of the router it is given.
		}
	}
}

// returned is a router that a function of the package makes.
func (t *tracer) returned(fn *ssa.Function) {
	if fn == nil {
		return
	}
	u := t.e.units[fn]
	if u == nil {
		return
	}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, r := range ret.Results {
			if t.e.isRouter(r.Type()) {
				t.router(u, r)
			}
		}
	}
}

// given is a router that the function gets: from the framework, which calls it
// for a group, from callers in the package, or from callers out of view.
func (t *tracer) given(u *unit, p *ssa.Parameter) {
	fn := p.Parent()
	index := -1
	for i, q := range fn.Params {
		if q == p {
			index = i
		}
	}
	if call, row := t.e.within(fn); call != nil {
		if path := flow.OperandAt(call.Common(), row.Path); path != nil {
			t.out.prefix = text(path) + t.out.prefix
		}
		if mw := flow.OperandAt(call.Common(), row.Middleware); mw != nil {
			t.add(u, mw, call)
		}
		if recv, _ := ssax.Args(call.Common()); recv != nil {
			t.router(u, recv)
		}
		return
	}
	calls := t.e.callers[fn]
	if len(calls) == 0 && fn == u.root {
		t.out.open[end{fn, index}] = true
	}
	for _, call := range calls {
		if arg := operand(call.Common(), index); arg != nil {
			if cu := t.e.units[outermost(call.Parent())]; cu != nil {
				t.router(cu, arg)
			}
		}
	}
}

// held is a router in a field or variable.
func (t *tracer) held(load *ssa.UnOp) {
	var stores []*ssa.Store
	switch addr := load.X.(type) {
	case *ssa.FieldAddr:
		stores = t.e.fieldStores[ssax.Field(addr.X.Type(), addr.Field)]
	case *ssa.Global:
		stores = t.e.globalStores[addr]
	case *ssa.Alloc:
		stores = slices.Collect(ssax.StoresTo(addr))
	}
	for _, s := range stores {
		if su := t.e.units[outermost(s.Parent())]; su != nil {
			t.router(su, s.Val)
		}
	}
}
