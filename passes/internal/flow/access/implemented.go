package access

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

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
	all = append(all, e.behind[fn.FullName()]...)
	whole := true
	for _, m := range likeliest(fn, e.implementers(fn)) {
		if f := e.fact(m); f != nil {
			all = append(all, f)
		}
		whole = whole && !e.underWay(m)
	}
	f := joinFacts(all)
	if e.impls[fn] = f; !whole {
		delete(e.impls, fn) // A decorator that is asked about what it decorates.
	}
	return f
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
	for _, ptr := range e.implementing(iface) {
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, fn.Pkg(), fn.Name())
		if m, ok := obj.(*types.Func); ok && m != fn {
			out = append(out, m)
		}
	}
	return out
}

// implementing lists pointers to the package's types that implement an
// interface. It is asked for each of the interface's methods.
func (e *engine) implementing(iface *types.Interface) []types.Type {
	return answer(e.kinds, iface, func() []types.Type { return e.typesOf(iface) })
}

func (e *engine) typesOf(iface *types.Interface) []types.Type {
	var out []types.Type
	for _, ptr := range e.concrete() {
		if types.Implements(ptr, iface) {
			out = append(out, ptr)
		}
	}
	return out
}

// typesWithMethods lists pointers to those of the package's types that have methods,
// or embed something.
func (e *engine) typesWithMethods() []types.Type {
	var out []types.Type
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		named, ok := tn.Type().(*types.Named)
		if !ok || named.TypeParams().Len() > 0 || named.NumMethods() == 0 && !embeds(named) || isDouble(name) {
			continue
		}
		out = append(out, types.NewPointer(named))
	}
	return out
}

// embeds reports whether a type may have methods of what is embedded in it.
func embeds(t *types.Named) bool {
	fields, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range fields.Fields() {
		if f.Embedded() {
			return true
		}
	}
	return false
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
		out.Routes = append(out.Routes, f.Routes...)
		out.Does.add(&f.Does)
		out.Makes.add(&f.Makes)
	}
	out.checkOnce()
	return out
}

// checkOnce: one of several implementations that checks an ID stands before
// the others, as their decorator, or in their stead.
func (f *FuncFact) checkOnce() {
	met, mayMeet := make(map[Origin]bool), make(map[Origin]bool)
	by := make(map[Origin][]Origin)
	everything := false
	for _, a := range f.Does.Acts {
		met[a.ID] = met[a.ID] || a.Met
		mayMeet[a.ID] = mayMeet[a.ID] || len(a.MetBy) > 0
	}
	for _, g := range f.Does.Gates {
		switch {
		case g.By.Source == Identity:
			met[g.ID] = true
		case g.By.Source == Operand:
			by[g.ID] = append(by[g.ID], g.By)
		case g.ID.Source == 0:
			everything = true
		}
	}
	f.Does.Acts = slices.DeleteFunc(f.Does.Acts, func(a Act) bool {
		return !a.Met && (everything || met[a.ID] || mayMeet[a.ID] && len(a.MetBy) == 0)
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
