package access

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// front is what stands before the routes of a router.
type front struct {
	links  []link
	open   map[end]bool // where the router comes from, or goes to, out of view
	prefix string
	method string // of a route whose method is named before its handler
}

// end is an operand of a function that others call, or its result.
type end struct {
	fn    *ssa.Function
	index int
}

// result is the place of a router that a function returns, among its operands.
const result = -1

// attachment is a call that puts middleware in front of a router's routes.
type attachment struct {
	call ssa.CallInstruction
	row  *web.Func
	unit *unit
}

// tracer walks from a router to what it is a part of.
type tracer struct {
	e    *engine
	at   token.Pos // of the registration: what some routers attach later does not count
	path string    // of the route, below the router that is traced
	fn   *ssa.Function
	out  front
	seen map[any]bool
}

// frontOf returns what stands before a route that is registered on a router by a call.
func (e *engine) frontOf(u *unit, router ssa.Value, call ssa.CallInstruction, path string) front {
	t := &tracer{e: e, at: call.Pos(), path: path, fn: call.Parent(), out: front{open: make(map[end]bool)}, seen: make(map[any]bool)}
	t.router(u, router)
	return t.out
}

// router adds what stands before one router.
func (t *tracer) router(u *unit, v ssa.Value) {
	v = t.e.peel(v)
	key := routerKey(v)
	if v == nil || t.seen[key] {
		return
	}
	t.seen[key] = true
	t.attached(key)
	t.handedOver(key)
	switch x := v.(type) {
	case *ssa.Call:
		t.made(u, x)
	case *ssa.Parameter:
		t.given(u, x)
	case *ssa.FreeVar:
		t.router(u, binding(x))
	case *ssa.Phi:
		for _, edge := range x.Edges {
			t.router(u, edge)
		}
	case *ssa.Extract:
		t.router(u, x.Tuple)
	case *ssa.UnOp:
		t.held(x)
	}
	t.wrapped(u, v)
}

// peel takes conversions and embedding off a router.
func (e *engine) peel(v ssa.Value) ssa.Value {
	for range 20 {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.FieldAddr:
			if f := ssax.Field(x.X.Type(), x.Field); f == nil || !f.Embedded() {
				return v
			}
			v = x.X
		case *ssa.UnOp:
			a, _ := x.X.(*ssa.Alloc)
			if f, ok := x.X.(*ssa.FreeVar); ok {
				a, _ = binding(f).(*ssa.Alloc)
			}
			if a == nil {
				if fa, ok := x.X.(*ssa.FieldAddr); ok {
					if f := ssax.Field(fa.X.Type(), fa.Field); f != nil && f.Embedded() && e.models.Type(f.Type()) != 0 && e.models.Type(fa.X.Type()) != 0 {
						v = fa.X
						continue
					}
				}
				return v
			}
			stored := onlyStoredValue(a)
			if stored == nil {
				return v
			}
			v = stored
		default:
			return v
		}
	}
	return v
}

// routerKey is what two uses of one router have in common: the value, or the
// field or variable that holds it.
func routerKey(v ssa.Value) any {
	if load, ok := v.(*ssa.UnOp); ok {
		switch addr := load.X.(type) {
		case *ssa.FieldAddr:
			return ssax.Field(addr.X.Type(), addr.Field)
		default:
			return addr
		}
	}
	if fa, ok := v.(*ssa.FieldAddr); ok {
		return ssax.Field(fa.X.Type(), fa.Field)
	}
	if f, ok := v.(*ssa.FreeVar); ok {
		return binding(f)
	}
	return v
}

// attached adds middleware that calls attach to the router.
func (t *tracer) attached(key any) {
	for _, a := range t.e.attachments {
		if t.e.attachedOn(a) != key || t.late(a) {
			continue
		}
		mw := position(a.call.Common(), a.row.Middleware)
		if mw == nil || !t.holds(a, mw) {
			continue
		}
		t.add(a.unit, mw, a.call)
	}
}

// attachedOn is the key of the router that middleware is attached to: of the
// program's one server its framework, nil if that cannot be told.
func (e *engine) attachedOn(a attachment) any {
	if recv, _ := ssax.Args(a.call.Common()); recv != nil {
		return routerKey(e.peel(recv))
	}
	if a.row.Recv == "" && !a.row.Part {
		return e.models.Framework(pkgPath(ssax.Callee(a.call.Common())))
	}
	return nil
}

// attachedTo is the path below which middleware holds; "" for everywhere.
func attachedTo(a attachment, mw ssa.Value) string {
	if p := position(a.call.Common(), a.row.Path); p != nil {
		return strings.TrimSuffix(text(p), "/")
	}
	if slice, ok := mw.(*ssa.Slice); ok { // Use("/path", middleware)
		for _, elem := range elements(slice) {
			if path, ok := constText(elem); ok {
				return strings.TrimSuffix(path, "/")
			}
		}
	}
	return ""
}

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
		if mw := position(common, row.Middleware); mw != nil && row.Does == web.Groups {
			t.add(u, mw, call)
		}
		if row.Does == web.Groups && row.Verb != "" && t.out.method == "" {
			t.out.method = row.Verb
		}
		if p := position(common, row.Path); p != nil && row.Does == web.Groups {
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
		if path := position(call.Common(), row.Path); path != nil {
			t.out.prefix = text(path) + t.out.prefix
		}
		if mw := position(call.Common(), row.Middleware); mw != nil {
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
		for _, ref := range *addr.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == addr {
				stores = append(stores, s)
			}
		}
	}
	for _, s := range stores {
		if su := t.e.units[outermost(s.Parent())]; su != nil {
			t.router(su, s.Val)
		}
	}
}
