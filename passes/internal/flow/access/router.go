package access

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
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
		mw := flow.OperandAt(a.call.Common(), a.row.Middleware)
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
	if p := flow.OperandAt(a.call.Common(), a.row.Path); p != nil {
		return strings.TrimSuffix(text(p), "/")
	}
	if slice, ok := mw.(*ssa.Slice); ok { // Use("/path", middleware)
		for _, elem := range ssax.Elements(slice) {
			if path, ok := constText(elem); ok {
				return strings.TrimSuffix(path, "/")
			}
		}
	}
	return ""
}
