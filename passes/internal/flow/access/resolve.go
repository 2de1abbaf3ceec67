package access

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Interfaces often stand in a package of their own: the handlers call them, the
// services implement them, and only the package that puts the program together
// imports both. Accesses through such an interface say by which method, and
// packages say what their types do behind the interfaces of others; where both
// are in view, the one is put in place of the other.

// Through is the interface's method that an access goes through.
type Through struct {
	Method string   // full name; "" if the access goes through none
	Args   []Origin // operands of the method that the ID is in
	Beside []Beside // what its other operands derive from
}

// Beside is another operand of a call.
type Beside struct {
	Index int
	From  []Origin
}

// Implementation is what one of a package's types does behind a method of
// another package's interface.
type Implementation struct {
	Method  string
	Results [][]Origin
	Fills   []Fill
	Routes  []Route
	Acts    []Act  // by operands
	Gates   []Gate // of operands
}

// through finds the operands of an interface's method that have an origin.
func (u *unit) through(call ssa.CallInstruction, fn *types.Func, number int) Through {
	if !isAbstract(fn) || !sameModule(u.e.pass, fn.Pkg()) {
		return Through{}
	}
	t := Through{Method: fn.FullName()}
	_, args := ssax.Args(call.Common())
	for i, a := range args {
		s := u.deep(a)
		if other := u.exchange(s.minus(set{}.with(number))); len(other) > 0 {
			t.Beside = append(t.Beside, Beside{Index: i + 1, From: other})
		}
		if !s.has(number) {
			continue
		}
		for _, path := range u.fieldsWith(a, number) {
			t.Args = append(t.Args, Origin{Source: Operand, Index: i + 1, Field: path})
		}
	}
	return t
}

// exchange lists the origins in a set that mean something to others.
func (u *unit) exchange(s set) []Origin {
	var out []Origin
	s.members(func(i int) {
		if o := u.origins[i]; o.Source != Stored {
			o.scope = 0
			out = append(out, o)
		}
	})
	slices.SortFunc(out, compareOrigins)
	return out
}

// liftThrough is what an interface's method gets, in the caller's terms.
func (u *unit) liftThrough(call ssa.CallInstruction, t Through) Through {
	beside := make([]Beside, len(t.Beside))
	for i, b := range t.Beside {
		beside[i] = Beside{Index: b.Index, From: u.there(call, b.From)}
	}
	t.Beside = beside
	return t
}

// fieldsWith lists the fields of a value that derive from an origin; "" if all
// of it does.
func (u *unit) fieldsWith(v ssa.Value, number int) []string {
	var out []string
	if u.shallow(v).has(number) {
		return []string{""}
	}
	for path, s := range u.mem[u.base(v)] {
		if s.has(number) {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// learnImplementations notes what the types of an imported package do.
func (e *engine) learnImplementations(list []Implementation) {
	for _, impl := range list {
		f := &FuncFact{Results: impl.Results, Fills: impl.Fills, Routes: impl.Routes, Does: Chain{Acts: impl.Acts, Gates: impl.Gates}}
		e.behind[impl.Method] = append(e.behind[impl.Method], f)
	}
}

// maxHops bounds the interfaces behind interfaces that are looked through.
const maxHops = 5

// resolve returns the accesses that are behind one that goes through an
// interface; false if what is behind it is out of view.
func (e *engine) resolve(a Act, hops int) ([]Act, bool) {
	f := e.joinedBehind(a.Through.Method)
	if f == nil || hops > maxHops {
		return []Act{a}, false
	}
	for _, g := range f.Does.Gates {
		if g.Holds && slices.ContainsFunc(a.Through.besides([]Origin{g.ID}), Origin.tellsRank) {
			a.Met, a.Unseen = true, false
			return []Act{a}, true
		}
		if g.By.Source == Identity && a.Through.has(g.ID) || g.By.Source == Role && g.ID.Source == 0 {
			a.Met, a.Owned, a.Unseen = true, g.By.Source == Identity, false
			return []Act{a}, true
		}
	}
	var out []Act
	all := true
	for _, inner := range f.Does.Acts {
		if !a.Through.has(inner.ID) {
			continue
		}
		one := inner
		one.ID, one.LateBy = a.ID, nil
		one.RoleBy = a.Through.besides(inner.RoleBy)
		one.Met = one.Met || a.Met || slices.ContainsFunc(one.RoleBy, Origin.tellsRank)
		one.MetBy = a.Through.besides(inner.MetBy)
		if slices.ContainsFunc(one.MetBy, func(o Origin) bool { return o.Source == Identity }) {
			one.Met, one.Owned = true, true
		}
		for i, b := range one.Through.Beside {
			one.Through.Beside = slices.Clone(one.Through.Beside)
			one.Through.Beside[i].From = a.Through.besides(b.From)
		}
		if one.Record.Owner == "" || one.Record.Private == "" {
			one.Record = a.Record.with(one.Record)
		}
		if one.Unseen && !one.Met {
			deeper, whole := e.resolve(one, hops+1)
			out, all = append(out, deeper...), all && whole
			continue
		}
		out = append(out, one)
	}
	return out, all
}

// joinedBehind is what imported packages do behind a method, as one; nil if
// none of them implements it.
func (e *engine) joinedBehind(method string) *FuncFact {
	f, ok := e.joined[method]
	if !ok {
		f = joinFacts(e.behind[method])
		e.joined[method] = f
	}
	return f
}

// besides is what operands of the method derive from, in its caller's terms.
func (t Through) besides(operands []Origin) []Origin {
	var out []Origin
	for _, o := range operands {
		if o.Source == Identity || o.Source == Value {
			out = append(out, o)
		}
		for _, b := range t.Beside {
			if o.Source == Operand && o.Index == b.Index {
				out = union(out, b.From)
			}
		}
	}
	return out
}

// with completes what is known of a record by what is known of it elsewhere.
func (r Record) with(known Record) Record {
	if r.Name != "" && known.Name != "" && r.Name != known.Name {
		return known
	}
	r.Name, r.Owner, r.Private = nonEmpty(known.Name, r.Name), nonEmpty(known.Owner, r.Owner), nonEmpty(known.Private, r.Private)
	r.Principal = r.Principal || known.Principal
	return r
}

// has reports whether an operand of the method, or the field of one, holds the ID.
func (t Through) has(o Origin) bool {
	return o.Source == Operand && slices.ContainsFunc(t.Args, func(arg Origin) bool {
		return arg.Index == o.Index && (arg.Field == "" || o.Field == "" || arg.Field == o.Field)
	})
}

// lookThrough puts what is behind interfaces in place of the accesses through them.
func (e *engine) lookThrough(acts []Act) []Act {
	var out []Act
	for _, a := range acts {
		if a.Met || a.Through.Method == "" {
			out = append(out, a)
			continue
		}
		inner, _ := e.resolve(a, 0)
		out = append(out, inner...)
	}
	return distinctActs(out)
}

// implementations lists what the package's types do behind the interfaces of
// packages that it imports; facts of its own interfaces go with these.
func (e *engine) implementations() []Implementation {
	var out []Implementation
	seen := make(map[string]bool)
	for _, pkg := range e.imports() {
		if !sameModule(e.pass, pkg) {
			continue
		}
		for _, name := range pkg.Scope().Names() {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || !tn.Exported() || !types.IsInterface(tn.Type()) {
				continue
			}
			iface := tn.Type().Underlying().(*types.Interface)
			for m := range iface.Methods() {
				if !seen[m.FullName()] && m.Pkg() != e.pass.Pkg {
					seen[m.FullName()] = true
					out = append(out, e.implementedHere(m)...)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Implementation) int {
		return cmp.Or(strings.Compare(a.Method, b.Method), len(a.Acts)-len(b.Acts))
	})
	return out
}

// implementedHere is what the package's types do behind a method.
func (e *engine) implementedHere(m *types.Func) []Implementation {
	var out []Implementation
	for _, impl := range likeliest(m, e.implementers(m)) {
		if one, ok := e.implementation(m, impl); ok {
			out = append(out, one)
		}
	}
	return out
}

// implementation is what a method does behind one of an interface; false if there is
// nothing to be said of it.
func (e *engine) implementation(m, impl *types.Func) (Implementation, bool) {
	f := e.fact(impl)
	if f == nil {
		return Implementation{}, false
	}
	one := Implementation{Method: m.FullName(), Results: f.Results, Fills: f.Fills, Routes: e.open[impl]}
	for _, a := range f.Does.Acts {
		if a.ID.Source == Operand {
			one.Acts = append(one.Acts, a)
		}
	}
	for _, g := range f.Does.Gates {
		if g.ID.Source == Operand || g.By.Source == Role {
			one.Gates = append(one.Gates, g)
		}
	}
	return one, len(one.Acts)+len(one.Gates)+len(one.Results)+len(one.Routes) > 0
}
