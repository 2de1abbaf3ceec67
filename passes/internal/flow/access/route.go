package access

import (
	"go/token"
	"go/types"
	"net/http"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// index prepares what the join asks for: who calls whom, who stores functions
// and routers where, what attaches middleware.
func (e *engine) index() {
	e.callers = make(map[*ssa.Function][]ssa.CallInstruction)
	e.fieldStores = make(map[*types.Var][]*ssa.Store)
	e.globalStores = make(map[*ssa.Global][]*ssa.Store)
	e.open = make(map[*types.Func][]Route)
	e.handed = make(map[any][]handing)
	for _, fn := range e.funcs {
		u := e.units[outermost(fn)]
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				e.indexOne(u, instr)
			}
		}
	}
}

func (e *engine) indexOne(u *unit, instr ssa.Instruction) {
	switch x := instr.(type) {
	case *ssa.Store:
		switch addr := x.Addr.(type) {
		case *ssa.FieldAddr:
			if f := ssax.Field(addr.X.Type(), addr.Field); f != nil {
				e.fieldStores[f] = append(e.fieldStores[f], x)
			}
		case *ssa.Global:
			e.globalStores[addr] = append(e.globalStores[addr], x)
		}
	case ssa.CallInstruction:
		if fn := x.Common().StaticCallee(); fn != nil {
			fn = ssax.Origin(fn)
			e.callers[fn] = append(e.callers[fn], x)
		}
		if u != nil {
			e.indexRouters(u, x)
		}
		row := e.models.Web(ssax.Callee(x.Common()))
		if row != nil && u != nil && (row.Does == web.Attaches || row.Does == web.Groups && row.Scope == web.Prefix) {
			e.attachments = append(e.attachments, attachment{x, row, u})
		}
	}
}

// route is a registration with everything that stands before its handler.
type route struct {
	unit    *unit
	call    ssa.CallInstruction
	method  string
	path    string
	handler []link
	front   front
	at      token.Pos // of the route's line in a list of routes
	inner   string    // where another package registers it on the router that the call gives
	by      string    // full name of the function that does, if the route was handed on
	router  ssa.Value // nil for none
	sibling Sibling   // that asks for a scope or role, if this one does not
}

// routes lists the registrations of the package, in source order, and those of
// functions of other packages that are given a router here.
func (e *engine) routes() []route {
	var out []route
	for _, fn := range e.funcs {
		u := e.units[outermost(fn)]
		if u == nil {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					out = append(out, e.routesAt(u, call)...)
				}
			}
		}
	}
	return out
}

func (e *engine) routesAt(u *unit, call ssa.CallInstruction) []route {
	common := call.Common()
	fn := ssax.Callee(common)
	if fn == nil {
		return nil
	}
	row := e.models.Web(fn)
	if row == nil {
		return e.passedOn(u, call, fn)
	}
	if row.Does != web.Registers {
		return nil
	}
	if list := flow.OperandAt(common, row.Handlers); list != nil && structSlice(list.Type()) != nil {
		return e.listed(u, call, row, list)
	}
	r := route{unit: u, call: call, method: row.Verb, path: text(flow.OperandAt(common, row.Path))}
	if m := flow.OperandAt(common, row.Method); m != nil {
		r.method = text(m)
	}
	if method, rest, ok := strings.Cut(r.path, " "); ok && isMethod(method) {
		r.method, r.path = method, rest
	}
	if r.method == "" {
		r.method = e.methodOf(call)
	}
	if op := flow.OperandAt(common, row.Middleware); op != nil && ssax.StructOf(op.Type()) != nil {
		r.method, r.path = fieldText(op, "Method"), fieldText(op, "Path")
	}
	mw := flow.OperandAt(common, row.Middleware)
	if mw != nil && !row.Chain {
		r.front.links = e.links(u, mw)
	}
	e.stand(&r, row)
	e.prepared(&r, row)
	if row.Controller {
		return e.controlled(r, row)
	}
	r.handler = e.links(u, flow.OperandAt(common, row.Handlers))
	if mw != nil && row.Chain {
		r.handler = append(r.handler, e.links(u, mw)...)
	}
	return []route{r}
}

// stand finds what stands before a route by its router.
func (e *engine) stand(r *route, row *web.Func) {
	common := r.call.Common()
	router, _ := ssax.Args(common)
	if router == nil && row.Recv == "" {
		router = e.routerArg(common)
	}
	r.router = router
	var f front
	switch {
	case router != nil:
		f = e.frontOf(r.unit, router, r.call, r.path)
	case row.Recv == "":
		f = e.withoutRouter(r, row)
	default:
		return
	}
	r.front.links = append(r.front.links, f.links...)
	r.front.open, r.front.prefix = f.open, f.prefix
	r.method = nonEmpty(r.method, f.method)
}

// routerArg is the router among the operands of a function that registers on it.
func (e *engine) routerArg(common *ssa.CallCommon) ssa.Value {
	for _, a := range common.Args {
		if e.isRouter(a.Type()) {
			return a
		}
	}
	return nil
}

func isMethod(s string) bool {
	switch s {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return true
	}
	return false
}

// methodOf finds the HTTP method that is named after the registration:
// HandleFunc(...).Methods("GET").
func (e *engine) methodOf(call ssa.CallInstruction) string {
	v, ok := call.(*ssa.Call)
	for range 4 {
		if !ok || v.Referrers() == nil {
			return ""
		}
		var next *ssa.Call
		for _, ref := range *v.Referrers() {
			c, isCall := ref.(*ssa.Call)
			if !isCall {
				continue
			}
			recv, args := ssax.Args(c.Common())
			if recv != v {
				continue
			}
			next = c
			for _, a := range args {
				if slice, ok := a.(*ssa.Slice); ok {
					for _, elem := range ssax.Elements(slice) {
						if m := text(elem); isMethod(m) {
							return m
						}
					}
				}
			}
		}
		v, ok = next, next != nil
	}
	return ""
}

// passedOn lists the routes that a function of another package registers on
// the router that this call gives it, or returns.
func (e *engine) passedOn(u *unit, call ssa.CallInstruction, fn *types.Func) []route {
	if fn.Pkg() == e.pass.Pkg {
		return nil // Its own registrations are joined with this call.
	}
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []route
	for i := range fact.Routes {
		p := &fact.Routes[i]
		r := route{unit: u, call: call, method: p.Method, path: p.Path, inner: p.Where, sibling: p.Sibling}
		r.handler = []link{{Chain: &p.Chain, name: p.Handler, seen: true}}
		var router ssa.Value
		if p.Index == result {
			router, _ = call.(*ssa.Call)
		} else {
			router = operand(call.Common(), p.Index)
		}
		if r.router = router; router != nil {
			r.front = e.frontOf(u, router, call, p.Path)
		}
		out = append(out, r)
	}
	return out
}
