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
	if e.models.Speaks(fn) {
		return nil // The row is all there is to say.
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

// fact is what callers of the unit's function need to know.
func (u *unit) fact() *FuncFact {
	if u.cached == nil {
		u.cached = new(FuncFact) // A function that calls itself learns nothing from that.
		*u.cached = FuncFact{
			Results: u.returns(), Fills: u.fills(), Calls: u.callbacks(), Does: *u.chain(0), Ends: u.ends(), Stops: u.stops(),
		}
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
	if !u.asksElsewhere() {
		return
	}
	for _, b := range u.root.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || !u.e.isCallable(call.Type()) {
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
	c := &Chain{Knows: u.knows[scope] || u.mayKnow[scope], Sure: u.sure[scope], Looks: u.looks[scope], Verifies: u.checks[scope], Passes: u.passes(scope)}
	c.Instead = c.Knows && !c.Verifies && !c.Looks && (!u.knows[scope] || u.instead(scope))
	guards := slices.Collect(u.guardsMade(scope))
	c.Gates = u.gates(scope, guards)
	made := len(guards) > 0
	c.Passes = c.Passes || made
	c.Refuses = made || (c.Knows || c.Looks || c.Verifies) && !c.Instead && u.refusesIn(scope)
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
	c.Lists = distinctLists(u.lists[scope])
	u.chains[scope] = c
	return c
}

// maxActs bounds a fact. A handler has a dozen accesses at most; what is more
// is generated, and the first ones tell as much.
const maxActs = 60

func distinctActs(acts []Act) []Act {
	slices.SortStableFunc(acts, func(a, b Act) int {
		return cmp.Or(compareOrigins(a.ID, b.ID), int(b.Kind)-int(a.Kind), strings.Compare(a.Callee, b.Callee),
			boolean(b.Met)-boolean(a.Met), strings.Compare(a.Record.Name, b.Record.Name), strings.Compare(a.Where, b.Where))
	})
	acts = slices.CompactFunc(acts, func(a, b Act) bool {
		return a.ID == b.ID && a.Kind == b.Kind && a.Callee == b.Callee && a.Met == b.Met && a.Record.Name == b.Record.Name &&
			a.Stamps == b.Stamps && a.Counts == b.Counts && slices.Equal(a.MetBy, b.MetBy) && slices.Equal(a.RoleBy, b.RoleBy)
	})
	return slices.Clone(acts[:min(len(acts), maxActs)]) // The rest is not kept.
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
	found := false
	chosen := u.chosen()
	for _, b := range u.root.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for i, r := range ret.Results {
			if _, fn := r.Type().Underlying().(*types.Signature); ssax.IsError(r.Type()) || u.e.inert(r.Type()) && !fn && !data.Handle(r.Type()) {
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
				found = true
			})
		}
	}
	if !found {
		return nil
	}
	return out
}

// chosen is what records in memory are compared with before one is returned.
func (u *unit) chosen() set {
	var s set
	for _, g := range u.guards {
		if !g.idle && g.a.has(stored) != g.b.has(stored) {
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
