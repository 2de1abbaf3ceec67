package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// lift makes accesses of a callee's the caller's own.
func (u *unit) lift(call ssa.CallInstruction, fn *types.Func, fact *FuncFact) {
	u.liftAt(call, fn, fact, func(o Origin) set { return u.at(call, o) }, func(o Origin) set { return u.rankAt(call, o) })
	u.liftLists(call, fact)
	for _, c := range fact.Calls {
		u.liftCallback(call, c)
	}
}

// liftAt makes accesses of a callee's the caller's own; at tells what the
// callee's origins are, and rank what they tell of what the caller may do.
func (u *unit) liftAt(call ssa.CallInstruction, fn *types.Func, fact *FuncFact, at, rank func(Origin) set) {
	stamped := make(map[string]bool) // where records are added with the caller in them
	for _, inner := range fact.Does.Acts {
		if inner.Kind == data.Inserts && at(inner.ID).has(identity) {
			stamped[inner.Where] = true
		}
	}
	for _, inner := range fact.Does.Acts {
		if inner.ID.Source == Identity {
			u.acts = append(u.acts, &act{Act: inner, number: identity, fn: call.Parent(), block: call.Block(), pos: call.Pos()})
			continue
		}
		a := inner
		a.MetBy, a.LateBy, a.RoleBy, a.Through = nil, nil, nil, u.liftThrough(call, inner.Through)
		ids := at(inner.ID)
		with := around{allOf(inner.MetBy, at), allOf(inner.LateBy, at), allOf(inner.RoleBy, rank)}
		a.Late = a.Late || with.late.has(identity)
		a.Met = a.Met || with.roles.has(role) || with.roles.has(identity)
		if inner.ID.Source == Operand && inner.ID.Field == "" {
			if arg := operand(call.Common(), inner.ID.Index); arg != nil && isCondition(arg.Type()) {
				with.beside = with.beside.or(ids) // All that is in a condition selects.
			} else if arg != nil && u.shallow(arg).has(identity) {
				with.beside = with.beside.with(identity)
			}
		}
		a.Stamps = a.Stamps || a.Kind == data.Inserts && stamped[a.Where]
		if a.Record.Name == "" || a.Record.Owner == "" {
			u.e.describe(&a, call, fn)
		}
		u.addAround(call, a, ids, with)
	}
}

// allOf is what some origins of a callee are to its caller.
func allOf(origins []Origin, at func(Origin) set) set {
	var s set
	for _, o := range origins {
		s = s.or(at(o))
	}
	return s
}

// tested returns the IDs that a test of the unit holds against the identity.
func (u *unit) tested() set {
	var s set
	for _, g := range u.guards {
		if !g.deciding {
			continue
		}
		if g.b.has(identity) {
			s = s.or(g.a)
		}
		if g.a.has(identity) {
			s = s.or(g.b)
		}
	}
	return s.and(u.ids())
}

// settle decides whether an access has met, or by which operand it would.
func (u *unit) settle(a *act, tested set) {
	if a.Met {
		return
	}
	others := a.beside.minus(set{}.with(a.number))
	if others.has(identity) || !others.and(tested).empty() {
		a.Met, a.Owned = true, others.has(identity)
		return
	}
	met, late, roles := others, a.late, a.roles
	var refused set // what must not be equal
	for _, g := range u.guards {
		partners, ok := g.against(a.number)
		if g.holds.empty() && !ok {
			continue
		}
		if u.contrary(g, a) {
			refused = refused.or(partners)
			continue
		}
		before := u.before(g, a)
		if before {
			roles = roles.or(g.holds)
		}
		if !ok {
			continue
		}
		if g.self {
			a.Late = true
			continue
		}
		if !before {
			if !g.picks && (g.call == nil || g.call != a.call) {
				late = late.or(partners)
			}
			continue
		}
		if g.role || partners.has(identity) {
			a.Met, a.Owned = true, partners.has(identity)
			return
		}
		met = met.or(partners)
	}
	late = late.minus(refused)
	a.Late = a.Late || late.has(identity)
	a.MetBy, a.RoleBy = u.exchanged(a, met), u.exchanged(a, roles)
	if !a.Late {
		a.LateBy = u.exchanged(a, late)
	}
}

// exchanged lists the operands and IDs in a set, those apart that an access is
// made by: what callers have to ask themselves about.
func (u *unit) exchanged(a *act, s set) []Origin {
	var out []Origin
	s.minus(set{}.with(a.number)).members(func(i int) {
		o := u.origins[i]
		o.scope = 0
		same := a.ID.Source == Operand && o.Source == Operand && o.Index == a.ID.Index && (o.Field == "" || o.Field == whole)
		if o.Source == ID || o.Source == Value || o.Source == Operand && !same {
			out = append(out, o)
		}
	})
	slices.SortFunc(out, compareOrigins)
	out = slices.Compact(out)
	return out[:min(len(out), maxMetBy)]
}

// maxMetBy bounds what an access could be met by.
const maxMetBy = 24

// against returns what a guard holds an origin against.
func (g *guard) against(number int) (set, bool) {
	var out set
	found := g.role
	if g.a.has(number) {
		out, found = out.or(g.b), true
	}
	if g.b.has(number) {
		out, found = out.or(g.a), true
	}
	return out.minus(set{}.with(number)), found
}

// before reports whether a test stands in the way of an access. A read may
// come first: what it returns is used after the test.
func (u *unit) before(g *guard, a *act) bool {
	if u.divides(g, a) {
		return true
	}
	if !g.deciding || g.call != nil && g.call == a.call && a.Kind == data.Writes {
		return false // What a callee changes before it answers, its answer does not prevent.
	}
	if a.Kind == data.Reads || a.Kind == data.Inserts || g.fn != a.fn || g.block == nil {
		return u.sameScope(g, a)
	}
	if g.block == a.block {
		return false // The branch ends the block.
	}
	return u.forkAt(g.block).after.Has(a.block)
}

// divides reports whether an access, or what becomes of a record that is read,
// stands on one side of a test's branch only, though both sides go on together
// behind it.
func (u *unit) divides(g *guard, a *act) bool {
	if g.idle || g.fn != a.fn || g.block == nil || len(g.block.Succs) != 2 {
		return false
	}
	f := u.forkAt(g.block)
	if a.Kind == data.Reads {
		used := u.usedAt(f)
		return used[0].has(a.number) != used[1].has(a.number)
	}
	return f.sides[0].Has(a.block) || f.sides[1].Has(a.block)
}

// contrary reports whether an access, or what becomes of a record that is read, is
// on the side of a test where the two are not equal: who is the owner may not.
func (u *unit) contrary(g *guard, a *act) bool {
	if g.unlike == 0 || g.fn != a.fn {
		return false
	}
	f := u.forkAt(g.block)
	if a.Kind == data.Reads {
		if used := u.usedAt(f); used[0].has(a.number) || used[1].has(a.number) {
			return !used[2-g.unlike].has(a.number)
		}
	}
	return f.sides[g.unlike-1].Has(a.block)
}

// sameScope: a test in one handler says nothing about another.
func (u *unit) sameScope(g *guard, a *act) bool {
	gs, as := u.scopes[g.fn], u.scopes[a.fn]
	return gs == as || gs == 0
}
