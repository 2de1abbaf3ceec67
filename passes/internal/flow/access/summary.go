package access

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// fact returns what is known of a function or interface method, nil if nothing.
func (e *engine) fact(fn *types.Func) *FuncFact {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	fn = fn.Origin()
	if f := e.told(fn); f != nil {
		return f
	}
	if isAbstract(fn) {
		return e.implemented(fn)
	}
	if fn.Pkg() == e.pass.Pkg {
		if u := e.unitOf(e.declared(fn)); u != nil {
			return u.fact()
		}
		return nil
	}
	if !sameModule(e.pass, fn.Pkg()) {
		return nil
	}
	if f, ok := e.facts[fn]; ok {
		return f
	}
	e.facts[fn] = nil
	fact := new(FuncFact)
	if e.pass.ImportObjectFact(fn, fact) {
		e.facts[fn] = fact
	}
	return e.facts[fn]
}

// known reports whether a function's summary is all there is to say about it.
func (e *engine) known(fn *types.Func) bool {
	if isAbstract(fn) || fn.Pkg() == e.pass.Pkg {
		return e.fact(fn) != nil
	}
	// A package that is imported has been analysed: without a fact there is nothing to say.
	return e.fact(fn) != nil || sameModule(e.pass, fn.Pkg()) && slices.Contains(e.pass.Pkg.Imports(), fn.Pkg())
}

// keeps reports whether a function belongs to a package that keeps records.
func (e *engine) keeps(fn *types.Func) bool {
	return fn.Pkg() != nil && data.Of(fn.Pkg().Path()) == data.Keeps
}

func isAbstract(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// declared returns the SSA function of an object of the package, nil if it has none.
func (e *engine) declared(fn *types.Func) *ssa.Function {
	return e.byObject[fn]
}

// implemented is what the implementations in view of an interface's method
// make of their operands: an ID that one of them checks is checked, since the
// others may stand behind it.
func (e *engine) implemented(fn *types.Func) *FuncFact {
	if f, ok := e.impls[fn]; ok {
		return f
	}
	e.impls[fn] = nil
	var all []*FuncFact
	imported := new(FuncFact)
	if fn.Pkg() != e.pass.Pkg && sameModule(e.pass, fn.Pkg()) && e.pass.ImportObjectFact(fn, imported) {
		all = append(all, imported)
	}
	whole := true
	for _, m := range likeliest(fn, e.implementers(fn)) {
		if f := e.fact(m); f != nil {
			all = append(all, f)
		}
		whole = whole && !e.underWay(m)
	}
	if f := joinFacts(all); whole {
		e.impls[fn] = f
		return f
	} else {
		delete(e.impls, fn) // A decorator that is asked about what it decorates.
		return f
	}
}

// underWay reports whether a function of the package is being computed.
func (e *engine) underWay(fn *types.Func) bool {
	u, started := e.units[e.declared(fn)]
	return started && u == nil
}

// implementers returns the methods of the package's types behind an interface's method.
func (e *engine) implementers(fn *types.Func) []*types.Func {
	iface, ok := fn.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var out []*types.Func
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || isDouble(name) {
			continue
		}
		if named, ok := tn.Type().(*types.Named); ok && named.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, fn.Pkg(), fn.Name())
		if m, ok := obj.(*types.Func); ok && m != fn {
			out = append(out, m)
		}
	}
	return out
}

// likeliest leaves those of several implementations that are called like the
// interface: with small interfaces, any type may happen to fit.
func likeliest(fn *types.Func, all []*types.Func) []*types.Func {
	if len(all) < 2 {
		return all
	}
	about := data.Words(typeName(fn.Signature().Recv().Type()))
	most := 0
	shared := make([]int, len(all))
	for i, m := range all {
		for _, w := range data.Words(typeName(m.Signature().Recv().Type())) {
			if slices.Contains(about, w) {
				shared[i]++
			}
		}
		most = max(most, shared[i])
	}
	var out []*types.Func
	for i, m := range all {
		if shared[i] == most {
			out = append(out, m)
		}
	}
	return out
}

// isDouble reports whether a type stands in for another in tests.
func isDouble(name string) bool {
	return slices.ContainsFunc(data.Words(name), func(w string) bool {
		return w == "mock" || w == "fake" || w == "stub" || w == "noop" || w == "nop"
	})
}

// joinFacts is what can be said of a call that makes one of several.
func joinFacts(all []*FuncFact) *FuncFact {
	if len(all) < 2 {
		if len(all) == 1 {
			return all[0]
		}
		return nil
	}
	out := new(FuncFact)
	for _, f := range all {
		for i, r := range f.Results {
			for len(out.Results) <= i {
				out.Results = append(out.Results, nil)
			}
			out.Results[i] = union(out.Results[i], r)
		}
		out.Fills = append(out.Fills, f.Fills...)
		out.Does.add(&f.Does)
		out.Makes.add(&f.Makes)
	}
	out.checkOnce()
	return out
}

// checkOnce: one of several implementations that checks an ID stands before
// the others, as their decorator, or in their stead.
func (f *FuncFact) checkOnce() {
	checked := make(map[Origin]bool)
	by := make(map[Origin][]Origin)
	everything := false
	for _, a := range f.Does.Acts {
		if a.Met || len(a.MetBy) > 0 {
			checked[a.ID] = true
		}
	}
	for _, g := range f.Does.Gates {
		switch {
		case g.By.Source == Identity:
			checked[g.ID] = true
		case g.By.Source == Operand:
			by[g.ID] = append(by[g.ID], g.By)
		case g.ID.Source == 0:
			everything = true
		}
	}
	f.Does.Acts = slices.DeleteFunc(f.Does.Acts, func(a Act) bool {
		return !a.Met && len(a.MetBy) == 0 && (everything || checked[a.ID])
	})
	for i := range f.Does.Acts {
		if a := &f.Does.Acts[i]; !a.Met && len(a.MetBy) == 0 {
			a.MetBy = by[a.ID]
		}
	}
}

func union(a, b []Origin) []Origin {
	out := append(slices.Clone(a), b...)
	slices.SortFunc(out, compareOrigins)
	return slices.Compact(out)
}

// fact is what callers of the unit's function need to know.
func (u *unit) fact() *FuncFact {
	if u.cached == nil {
		u.cached = new(FuncFact) // A function that calls itself learns nothing from that.
		*u.cached = FuncFact{Results: u.returns(), Fills: u.fills(), Does: *u.chain(0), Ends: u.ends(), Stops: u.stops()}
		for scope := range u.funcs {
			if scope > 0 && u.scopes[u.funcs[scope]] == scope {
				u.cached.Makes.add(u.chain(scope))
			}
		}
		u.wrap()
	}
	return u.cached
}

// wrap adds what other factories make, where the function returns something
// that is called later.
func (u *unit) wrap() {
	results := u.root.Signature.Results()
	if results.Len() == 0 || !isCallable(results.At(0).Type()) {
		return
	}
	for _, b := range u.root.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || !isCallable(call.Type()) {
				continue
			}
			if fact := u.e.fact(ssax.Callee(call.Common())); fact != nil {
				u.cached.Makes.add(&fact.Makes)
			}
		}
	}
}

// chain is what the code of one scope does: the function's own, or that of a
// literal that is a handler or middleware.
func (u *unit) chain(scope int) *Chain {
	if c, ok := u.chains[scope]; ok {
		return c
	}
	c := &Chain{Knows: u.knows[scope], Verifies: u.checks[scope], Gates: u.gates(scope), Passes: u.passes(scope)}
	for _, a := range u.acts {
		if u.scopes[a.fn] == scope && (a.ID.Source != Identity || a.Kind == data.Reads) {
			one := a.Act
			one.ID.scope = 0
			c.Acts = append(c.Acts, one)
		}
	}
	c.Acts = distinctActs(c.Acts)
	for _, s := range u.sets {
		if s.scope == scope {
			c.Sets = append(c.Sets, s.Setting)
		}
	}
	u.chains[scope] = c
	return c
}

// maxActs bounds a fact. A handler has a dozen accesses at most; what is more
// is generated, and the first ones tell as much.
const maxActs = 60

func distinctActs(acts []Act) []Act {
	slices.SortStableFunc(acts, func(a, b Act) int {
		return cmp.Or(compareOrigins(a.ID, b.ID), int(b.Kind)-int(a.Kind), strings.Compare(a.Callee, b.Callee),
			boolean(b.Met)-boolean(a.Met), strings.Compare(a.Where, b.Where))
	})
	acts = slices.CompactFunc(acts, func(a, b Act) bool {
		return a.ID == b.ID && a.Kind == b.Kind && a.Callee == b.Callee && a.Met == b.Met && slices.Equal(a.MetBy, b.MetBy)
	})
	return acts[:min(len(acts), maxActs)]
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// returns is what the results of the unit's function derive from.
func (u *unit) returns() [][]Origin {
	n := u.root.Signature.Results().Len()
	out := make([][]Origin, n)
	any := false
	chosen := u.chosen()
	for _, b := range u.root.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for i, r := range ret.Results {
			if _, fn := r.Type().Underlying().(*types.Signature); isError(r.Type()) || inert(r.Type()) && !fn && !data.Handle(r.Type()) {
				continue
			}
			s := u.deep(r)
			if data.Handle(r.Type()) {
				s = u.query(r) // A query that others go on with.
			}
			if s.has(stored) {
				s = s.or(chosen)
			}
			s.members(func(n int) {
				o := u.origins[n]
				o.scope = 0
				out[i] = union(out[i], []Origin{o})
				any = true
			})
		}
	}
	if !any {
		return nil
	}
	return out
}

// chosen is what records in memory are compared with before one is returned.
func (u *unit) chosen() set {
	var s set
	for _, g := range u.guards {
		if g.deciding && g.a.has(stored) != g.b.has(stored) {
			s = s.or(g.a).or(g.b)
		}
	}
	return s.and(u.operands())
}

// fills is what the function stores through its operands.
func (u *unit) fills() []Fill {
	var out []Fill
	for i, p := range u.root.Params {
		m := u.mem[p]
		paths := make([]string, 0, len(m))
		for path := range m {
			paths = append(paths, path)
		}
		slices.Sort(paths)
		for _, path := range paths {
			f := Fill{Index: i, Field: path}
			m[path].members(func(n int) {
				o := u.origins[n]
				if o.Source == Stored {
					return
				}
				o.scope = 0
				f.From = append(f.From, o)
			})
			out = append(out, f)
		}
	}
	return out
}

// maxGates bounds the pairs of operands in a fact.
const maxGates = 60

// gates lists what the function, or the literal that a scope is, makes sure of.
func (u *unit) gates(scope int) []Gate {
	var out []Gate
	for _, g := range u.guards {
		if !g.deciding || u.scopes[g.fn] != scope {
			continue
		}
		if g.role {
			out = append(out, u.roleGates(g)...)
		}
		g.a.members(func(i int) { out = append(out, u.pairs(i, g.b)...) })
		g.b.members(func(i int) { out = append(out, u.pairs(i, g.a)...) })
	}
	slices.SortFunc(out, func(a, b Gate) int { return cmp.Or(compareOrigins(a.By, b.By), compareOrigins(a.ID, b.ID)) })
	out = slices.Compact(out)
	return out[:min(len(out), maxGates)]
}

// roleGates is a test of the role, by the operands that name it if there are any.
func (u *unit) roleGates(g *guard) []Gate {
	by := Origin{Source: Role}
	var out []Gate
	g.name.members(func(i int) {
		if o := u.origins[i]; o.Source == Operand {
			out = append(out, Gate{ID: o, By: by})
		}
	})
	if len(out) == 0 {
		return []Gate{{By: by}}
	}
	return out
}

// pairs lists an ID with each thing that it is held against.
func (u *unit) pairs(i int, against set) []Gate {
	id := u.origins[i]
	if id.Source != Operand && id.Source != ID {
		return nil
	}
	id.scope = 0
	var out []Gate
	against.members(func(j int) {
		by := u.origins[j]
		if j != i && (by.Source == Operand || by.Source == Identity) {
			out = append(out, Gate{ID: id, By: by})
		}
	})
	return out
}
