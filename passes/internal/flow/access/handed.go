package access

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Programs often leave it to a function to put middleware in front of a router:
// middleware.Setup(app).

// handing is a call that is given a router.
type handing struct {
	call  ssa.CallInstruction
	index int // among the operands
	unit  *unit
}

// indexRouters notes the routers that a call of the program's own is given.
func (e *engine) indexRouters(u *unit, call ssa.CallInstruction) {
	fn := ssax.Callee(call.Common())
	if fn == nil || e.models.Web(fn) != nil || !sameModule(e.pass, fn.Pkg()) {
		return
	}
	for i := 0; ; i++ {
		v := operand(call.Common(), i)
		if v == nil {
			return
		}
		if e.isRouter(v.Type()) {
			key := routerKey(e.peel(v))
			e.handed[key] = append(e.handed[key], handing{call, i, u})
		}
	}
}

// handedOver adds middleware that functions attach which are given the router.
func (t *tracer) handedOver(key any) {
	for _, h := range t.e.handed[key] {
		if h.call.Parent() == t.fn && h.call.Pos() >= t.at {
			continue
		}
		fn := ssax.Callee(h.call.Common())
		if fn.Pkg() == t.e.pass.Pkg {
			if t.e.declared(fn) == outermost(t.fn) {
				continue // What it attaches to its operand has been seen.
			}
			t.e.attachedTo(t.e.declared(fn), func(g Attached, l link) {
				if g.Index == h.index && t.below(g, h.call) {
					t.out.links = append(t.out.links, l)
				}
			})
			continue
		}
		if fact := t.e.fact(fn); fact != nil {
			for _, g := range fact.Guards {
				if g.Index == h.index && t.below(g, h.call) {
					t.out.links = append(t.out.links, link{Chain: &g.Chain, name: g.Name, seen: true, at: h.call.Pos()})
				}
			}
		}
	}
}

// below reports whether the route that is traced is below the path
// of the function that attaches, or of its caller.
func (t *tracer) below(g Attached, call ssa.CallInstruction) bool {
	path := g.Path
	if g.At > 0 {
		path = strings.TrimSuffix(text(operand(call.Common(), g.At-1)), "/")
	}
	return strings.HasPrefix(t.out.prefix+t.path, path)
}

// guardsOf lists what a function of the package attaches to its operands.
func (e *engine) guardsOf(fn *ssa.Function) []Attached {
	var out []Attached
	e.attachedTo(fn, func(g Attached, l link) {
		if l.Chain != nil && !l.empty() {
			g.Name, g.Chain = l.name, *l.Chain
			out = append(out, g)
		}
	})
	return out
}

// attachedTo calls f for each link that a function puts in front of an operand.
func (e *engine) attachedTo(fn *ssa.Function, f func(g Attached, l link)) {
	if fn == nil {
		return
	}
	for _, a := range e.attachments {
		recv, _ := ssax.Args(a.call.Common())
		p, ok := e.peel(recv).(*ssa.Parameter)
		if !ok || p.Parent() != fn {
			continue
		}
		if mw := flow.OperandAt(a.call.Common(), a.row.Middleware); mw != nil {
			g := Attached{Index: slices.Index(fn.Params, p)}
			if a.row.Scope == web.Prefix || a.row.Scope == web.Matching {
				g.Path = attachedTo(a, mw)
				g.At = pathOperand(fn, mw)
			}
			for _, l := range e.links(a.unit, mw) {
				l.at = a.call.Pos()
				f(g, l)
			}
		}
	}
}

// pathOperand is the operand of a function that tells below which path
// middleware is attached, counted from 1.
func pathOperand(fn *ssa.Function, mw ssa.Value) int {
	slice, ok := mw.(*ssa.Slice)
	if !ok {
		return 0
	}
	for _, elem := range ssax.Elements(slice) {
		if p, ok := unwrapped(elem).(*ssa.Parameter); ok && isString(p.Type()) {
			return slices.Index(fn.Params, p) + 1
		}
	}
	return 0
}
