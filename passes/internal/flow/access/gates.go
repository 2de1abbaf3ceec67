package access

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxGates bounds the pairs of operands in a fact.
const maxGates = 60

// gates lists what the function, or the literal that a scope is, makes sure of.
func (u *unit) gates(scope int, made []*ssa.Call) []Gate {
	var out []Gate
	met := u.meetings()
	for _, g := range u.guards {
		if !g.deciding || u.scopes[g.fn] != scope {
			continue
		}
		if g.role {
			out = append(out, u.roleGates(g)...)
		}
		g.holds.members(func(i int) { out = append(out, Gate{ID: u.origins[i], By: Origin{Source: Role}, Holds: true}) })
		met.add(g)
	}
	out = append(out, met.first(maxGates)...)
	for _, call := range made { // All of them: each answer is kept for when routes are joined.
		if u.hooksAskRole(call) {
			out = append(out, Gate{By: Origin{Source: Role}})
		}
	}
	slices.SortFunc(out, func(a, b Gate) int {
		return cmp.Or(compareOrigins(a.By, b.By), compareOrigins(a.ID, b.ID), boolean(a.Holds)-boolean(b.Holds), boolean(a.Picks)-boolean(b.Picks))
	})
	out = slices.CompactFunc(out, func(a, b Gate) bool { return a.ID == b.ID && a.By == b.By && a.Holds == b.Holds }) // A comparison says more.
	return slices.Clone(out[:min(len(out), maxGates)])                                                                // The rest is not kept.
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

// meetings is which origins the guards of a scope hold against which. A function
// that is generated compares hundreds of fields with hundreds, in each of
// hundreds of guards: they are counted as sets, not pair by pair.
type meetings struct {
	u        *unit
	ids, bys set
	compared map[int]set // what an origin is compared with, by their numbers
	picked   map[int]set // what it is picked by
}

func (u *unit) meetings() *meetings {
	ids := u.operands().or(u.ids())
	return &meetings{
		u: u, ids: ids, bys: u.operands().or(u.sources[Value]).or(u.sources[Identity]),
		compared: make(map[int]set), picked: make(map[int]set),
	}
}

// add counts what one guard holds against each other.
func (m *meetings) add(g *guard) {
	to := m.compared
	if g.picks {
		to = m.picked
	}
	for _, sides := range [][2]set{{g.a, g.b}, {g.b, g.a}} {
		bys := sides[1].and(m.bys)
		sides[0].and(m.ids).members(func(i int) {
			if others := bys.minus(set{}.with(i)); !others.empty() {
				to[i] = to[i].or(others)
			}
		})
	}
}

// first lists the first n pairs in the order of facts, which do not tell apart the
// scopes that read an ID. A pair that is compared is not listed as picked.
func (m *meetings) first(n int) []Gate {
	compared, picked := m.unscoped(m.compared), m.unscoped(m.picked)
	var all set
	var ids []Origin
	for _, known := range []map[Origin]set{compared, picked} {
		for id, bys := range known {
			all, ids = all.or(bys), append(ids, id)
		}
	}
	slices.SortFunc(ids, compareOrigins)
	ids = slices.Compact(ids)
	var out []Gate
	for _, by := range m.u.ordered(all) {
		for _, id := range ids {
			plain := compared[id].has(by)
			if plain || picked[id].has(by) {
				out = append(out, Gate{ID: id, By: m.u.origins[by], Picks: !plain})
			}
			if len(out) == n {
				return out
			}
		}
	}
	return out
}

func (m *meetings) unscoped(by map[int]set) map[Origin]set {
	out := make(map[Origin]set, len(by))
	for i, s := range by {
		id := m.u.origins[i]
		id.scope = 0
		out[id] = out[id].or(s)
	}
	return out
}

// ordered lists the numbers of a set in the order of their origins.
func (u *unit) ordered(s set) []int {
	var out []int
	s.members(func(i int) { out = append(out, i) })
	slices.SortFunc(out, func(a, b int) int { return compareOrigins(u.origins[a], u.origins[b]) })
	return out
}
