package access

import (
	"go/token"
	"go/types"
	"net/http"
	"slices"
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
		row := web.FuncOf(ssax.Callee(x.Common()))
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
	row := web.FuncOf(fn)
	if row == nil {
		return e.passedOn(u, call, fn)
	}
	if row.Does != web.Registers {
		return nil
	}
	if list := position(common, row.Handlers); list != nil && structSlice(list.Type()) != nil {
		return e.listed(u, call, row, list)
	}
	r := route{unit: u, call: call, method: row.Verb, path: text(position(common, row.Path))}
	if m := position(common, row.Method); m != nil {
		r.method = text(m)
	}
	if method, rest, ok := strings.Cut(r.path, " "); ok && isMethod(method) {
		r.method, r.path = method, rest
	}
	if r.method == "" {
		r.method = e.methodOf(call)
	}
	if op := position(common, row.Middleware); op != nil && ssax.StructOf(op.Type()) != nil {
		r.method, r.path = fieldText(op, "Method"), fieldText(op, "Path")
	}
	mw := position(common, row.Middleware)
	if mw != nil && !row.Chain {
		r.front.links = e.links(u, mw)
	}
	e.stand(&r, row)
	e.prepared(&r, row)
	if row.Controller {
		return e.controlled(r, row)
	}
	r.handler = e.links(u, position(common, row.Handlers))
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
		if isRouter(a.Type()) {
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
					for _, elem := range elements(slice) {
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
		r := route{unit: u, call: call, method: p.Method, path: p.Path, inner: p.Where}
		r.handler = []link{{Chain: &p.Chain, name: p.Handler, seen: true}}
		var router ssa.Value
		if p.Index == result {
			router, _ = call.(*ssa.Call)
		} else {
			router = operand(call.Common(), p.Index)
		}
		if router != nil {
			r.front = e.frontOf(u, router, call, p.Path)
		}
		out = append(out, r)
	}
	return out
}

// joined is a route's chain as a whole.
type joined struct {
	Chain
	guarded bool // a privileged role, or a check that only its name tells of
	alone   bool // the handler verifies a token itself, or something is out of view
	path    string
	held    map[string]bool // IDs that have been held against the identity
}

// chain joins all that stands before a route's data. What one link makes sure
// of holds for the accesses of the others; its own are settled already.
func (r *route) chain() *joined {
	links := known(append(slices.Clone(r.handler), r.front.links...))
	c := &joined{path: r.front.prefix + r.path, held: make(map[string]bool)}
	for i, l := range links {
		acts := slices.Clone(l.Acts)
		for j, m := range links {
			if i != j {
				gate(acts, m.Gates)
			}
		}
		c.alone = c.alone || !l.seen || acted(acts) && l.Verifies
		for _, g := range l.Gates {
			if g.ID.Source == ID && g.By.Source == Identity {
				c.held[g.ID.Name] = true
			}
		}
		c.join(l, acts)
	}
	return c
}

// known puts the caller in place of values of the context that one of the links
// sets to the caller.
func known(links []link) []link {
	callers := make(map[string]bool)
	for _, l := range links {
		for _, s := range l.Sets {
			callers[s.Key] = callers[s.Key] || slices.ContainsFunc(s.Origins, func(o Origin) bool { return o.Source == Identity })
		}
	}
	for i, l := range links {
		if !slices.ContainsFunc(l.Gates, func(g Gate) bool { return g.By.Source == Value && callers[g.By.Name] }) {
			continue
		}
		c := *l.Chain
		c.Gates = slices.Clone(c.Gates)
		for j, g := range c.Gates {
			if g.By.Source == Value && callers[g.By.Name] {
				c.Gates[j].By = Origin{Source: Identity}
			}
		}
		links[i].Chain = &c
	}
	return links
}

// acted reports whether a link acts by an ID of the request.
func acted(acts []Act) bool {
	return slices.ContainsFunc(acts, func(a Act) bool { return a.ID.Source == ID })
}

// gate marks the accesses by an ID that middleware has held against the identity.
func gate(acts []Act, gates []Gate) {
	for i := range acts {
		a := &acts[i]
		for _, g := range gates {
			if g.ID.Source == ID && (g.ID.Name == a.ID.Name || g.ID.Name == "?" || g.ID.Name == "*") && g.By.Source == Identity {
				a.Met, a.Owned = true, true
			}
		}
	}
}

// join adds a link with its accesses.
func (c *joined) join(l link, acts []Act) {
	passes := c.Passes || l.Verifies && l.Passes
	c.add(l.Chain)
	c.Passes = passes
	c.Acts = append(c.Acts[:len(c.Acts)-len(l.Acts)], acts...)
	if !acted(acts) {
		for _, g := range l.Gates {
			c.guarded = c.guarded || g.By.Source == Role && g.ID.Source == 0
		}
	}
	if !l.seen {
		if anyWord(l.name, tokenWords) {
			c.Verifies, c.Passes = true, true
		}
		c.guarded = c.guarded || authorizerName(l.name)
	}
}

var tokenWords = wordSet(`auth jwt token protect protected authenticate authenticated authentication authorize authorized
	authorization login bearer secure secured`)

// handOn hands a route on to callers if the router is theirs, and nothing here
// tells yet who may pass.
func (e *engine) handOn(r *route, c *joined) bool {
	if len(r.front.open) == 0 || c.Verifies || c.guarded || r.asked() {
		return false
	}
	where := nonEmpty(r.inner, e.short(r.at))
	if r.call != nil {
		where = nonEmpty(r.inner, e.short(r.call.Pos()))
	}
	handed := false
	for open := range r.front.open {
		fn := ssax.Object(open.fn)
		if fn == nil || !fn.Exported() || c.Knows && open.index == result {
			continue
		}
		handed = true
		e.open[fn] = append(e.open[fn], Route{Index: open.index, Method: r.method, Path: r.front.prefix + r.path, Handler: r.name(), Where: where, Chain: c.Chain})
	}
	return handed
}

// short tells a place without folders.
func (e *engine) short(pos token.Pos) string { return ssax.ShortPosition(e.pass.Fset, pos) }

// asked reports whether middleware before the route wants to know who the
// caller is: whoever checks the token has been there before.
func (r *route) asked() bool {
	return slices.ContainsFunc(r.front.links, func(l link) bool { return l.Knows })
}

// String is the route's method and path.
func (r *route) String() string {
	path := r.front.prefix + r.path
	if path == "" {
		path = "the route"
	}
	return strings.TrimSpace(r.method + " " + path)
}

// name is what the handler is called: the last link with accesses, or the last one.
func (r *route) name() string {
	name, acts := "", false
	for _, l := range r.handler {
		if a := acted(l.Acts); a || !acts {
			name, acts = l.name, acts || a
		}
	}
	return name
}

// place is where a finding about the route's ID stands: where the ID is read,
// if the handler is in this package; else at the registration.
func (r *route) place(id Origin) (pos token.Pos, end token.Pos, steps []flow.Step) {
	for _, l := range append(slices.Clone(r.handler), r.front.links...) {
		if l.source == nil {
			continue
		}
		if pos := l.source.read(id, l.scope); pos.IsValid() {
			return pos, token.NoPos, []flow.Step{{Pos: r.call.Pos(), Phrase: r.String() + " is registered here"}}
		}
	}
	if r.call == nil {
		return r.at, token.NoPos, r.elsewhere()
	}
	if r.inner != "" {
		steps = append(steps, flow.Step{Pos: r.call.Pos(), Phrase: r.String() + " is registered at " + r.inner})
	}
	for _, l := range r.handler {
		if acted(l.Acts) && l.pos.IsValid() {
			steps = append(steps, flow.Step{Pos: l.pos, Phrase: r.String() + " is handled by " + l.name + ", declared here"})
		}
	}
	if r.at.IsValid() {
		return r.at, token.NoPos, steps
	}
	return r.call.Pos(), token.NoPos, steps
}

// read is where a scope of the unit reads an ID first.
func (u *unit) read(id Origin, scope int) (first token.Pos) {
	for n, pos := range u.readAt {
		o := u.origins[n]
		same := o.Source == ID && o.Name == id.Name && o.From == id.From && (scope == 0 || o.scope == scope || o.scope == 0)
		if same && pos.IsValid() && (first == token.NoPos || pos < first) {
			first = pos
		}
	}
	return first
}
