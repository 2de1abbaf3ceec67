package access

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// link is one function in front of data: a handler, a piece of middleware, or
// what wraps one.
type link struct {
	*Chain
	name   string
	pos    token.Pos     // of the function, where it is in view
	at     token.Pos     // of the call that attaches it, if that is not the registration
	local  *ssa.Function // in this package, nil otherwise
	seen   bool          // false: only its name is known
	plain  bool          // it is made for a role that every caller has
	source *unit
	scope  int
}

// links lists the functions that an expression is made of: a method value, a
// literal, a factory's result, a handler inside its wrappers.
func (e *engine) links(u *unit, v ssa.Value) []link {
	l := &linker{e: e, u: u, seen: make(map[ssa.Value]bool)}
	l.walk(v)
	return l.out
}

type linker struct {
	e    *engine
	u    *unit
	seen map[ssa.Value]bool
	out  []link
}

func (l *linker) walk(v ssa.Value) {
	if v == nil || l.seen[v] || len(l.seen) > 200 {
		return
	}
	l.seen[v] = true
	switch x := v.(type) {
	case *ssa.Function:
		l.function(x)
	case *ssa.MakeClosure:
		l.function(x.Fn.(*ssa.Function))
	case *ssa.Call:
		l.call(x)
	case *ssa.MakeInterface:
		l.walk(x.X)
		l.served(x.X.Type())
	case *ssa.ChangeType:
		l.walk(x.X)
	case *ssa.ChangeInterface:
		l.walk(x.X)
	case *ssa.Slice:
		for _, elem := range ssax.Elements(x) {
			l.walk(elem)
		}
	case *ssa.Phi:
		for _, edge := range x.Edges {
			l.walk(edge)
		}
	case *ssa.Extract:
		l.walk(x.Tuple)
	case *ssa.FreeVar:
		l.walk(binding(x))
	case *ssa.UnOp:
		l.load(x)
	case *ssa.Field:
		if f := ssax.Field(x.X.Type(), x.Field); f != nil {
			l.named(f.Name())
		}
	case *ssa.Parameter:
		l.parameter(x)
	}
}

// load is a function held in a variable, a field or a struct literal.
func (l *linker) load(x *ssa.UnOp) {
	switch addr := x.X.(type) {
	case *ssa.Alloc:
		l.stored(addr)
	case *ssa.FreeVar:
		if a, ok := binding(addr).(*ssa.Alloc); ok {
			l.stored(a)
		}
	case *ssa.FieldAddr:
		f := ssax.Field(addr.X.Type(), addr.Field)
		if f == nil {
			return
		}
		stores := l.e.fieldStores[f]
		if len(stores) == 0 {
			l.named(f.Name())
		}
		for _, s := range stores {
			l.elsewhere(s)
		}
	case *ssa.Global:
		stores := l.e.globalStores[addr]
		if len(stores) == 0 {
			l.named(addr.Name())
		}
		for _, s := range stores {
			l.elsewhere(s)
		}
	}
}

// stored follows what a variable, or the fields of a struct in one, are set to.
func (l *linker) stored(a *ssa.Alloc) {
	for _, ref := range *a.Referrers() {
		switch x := ref.(type) {
		case *ssa.Store:
			if x.Addr == a {
				l.walk(x.Val)
			}
		case *ssa.FieldAddr:
			for _, use := range *x.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == x && l.e.isCallable(store.Val.Type()) {
					l.walk(store.Val)
				}
			}
		}
	}
}

// elsewhere follows a value of another function of the package.
func (l *linker) elsewhere(store *ssa.Store) {
	root := outermost(store.Parent())
	if u := l.e.units[root]; u != nil {
		inner := &linker{e: l.e, u: u, seen: l.seen}
		inner.walk(store.Val)
		l.out = append(l.out, inner.out...)
	}
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// function is a declared function, a method value or a literal.
func (l *linker) function(fn *ssa.Function) {
	if fn.Parent() != nil {
		u := l.e.units[outermost(fn)]
		if u == nil {
			return
		}
		scope := u.scopes[fn]
		l.out = append(l.out, link{Chain: requestActs(u.chain(scope)), name: Anonymous, pos: fn.Pos(), local: fn, seen: true, source: u, scope: scope})
		return
	}
	obj := ssax.Object(fn)
	if obj == nil {
		return
	}
	l.object(obj)
}

// object is a function or method by its fact.
func (l *linker) object(obj *types.Func) {
	if row := l.e.models.Web(obj); row != nil {
		if row.Does == web.VerifiesToken {
			l.out = append(l.out, link{Chain: &Chain{Verifies: true, Passes: true, Refuses: true}, name: calleeName(obj), seen: true})
		}
		return
	}
	fact := l.e.fact(obj)
	ln := link{name: calleeName(obj), pos: obj.Pos()}
	if fact != nil {
		ln.Chain, ln.seen = chainOf(fact), true
	} else {
		ln.Chain, ln.seen = new(Chain), l.e.known(obj)
	}
	if fn := l.e.byObject[obj]; fn != nil {
		ln.local, ln.source = fn, l.e.units[fn]
	}
	l.out = append(l.out, ln)
}

// served is a type that answers requests by a method.
func (l *linker) served(t types.Type) {
	obj, _, _ := types.LookupFieldOrMethod(t, true, l.e.pass.Pkg, "ServeHTTP")
	if m, ok := obj.(*types.Func); ok && sameModule(l.e.pass, m.Pkg()) {
		l.object(m)
	}
}

// named is a function of which only the name is in view.
func (l *linker) named(name string) {
	l.out = append(l.out, link{Chain: new(Chain), name: name})
}

// chainOf is what a function does as a link: itself, and what it returns.
func chainOf(f *FuncFact) *Chain {
	c := new(Chain)
	c.add(&f.Does)
	made := f.Makes
	made.Acts = slices.Clone(f.Makes.Acts)
	for i := range made.Acts {
		// When routes are registered, nobody has called yet: what a factory is given is no identity.
		made.Acts[i].MetBy = slices.DeleteFunc(slices.Clone(made.Acts[i].MetBy), func(o Origin) bool { return o.Source == Operand })
		made.Acts[i].RoleBy = nil
	}
	c.add(&made)
	return requestActs(c)
}

// requestActs leaves only the accesses by an ID of the request or by the
// caller's identity.
func requestActs(c *Chain) *Chain {
	c.Acts = slices.DeleteFunc(slices.Clone(c.Acts), func(a Act) bool { return a.ID.Source == Operand })
	return c
}

// isCallable reports whether values of t are functions or handlers, or lists of them.
func (e *engine) isCallable(t types.Type) bool {
	switch x := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Interface:
		if x.NumMethods() == 0 || e.models.Type(t) == web.IsHandler {
			return true
		}
		obj, _, _ := types.LookupFieldOrMethod(t, false, nil, "ServeHTTP")
		return obj != nil
	case *types.Slice:
		return e.isCallable(x.Elem()) || ssax.StructOf(x.Elem()) != nil
	}
	return false
}

func pkgPath(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	return fn.Pkg().Path()
}

// text returns a constant argument at a position of a row.
func text(v ssa.Value) string {
	if v == nil {
		return ""
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value)
	}
	s, _ := constText(v)
	return s
}
