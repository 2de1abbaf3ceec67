package access

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// unit is a declared function with the literals inside it. They share one
// table of origins, because literals see what is around them.
type unit struct {
	e     *engine
	root  *ssa.Function
	funcs []*ssa.Function // root first

	origins []Origin
	number  map[Origin]int
	sources [Value + 1]set    // the origins of each source
	structs map[int]bool      // whether an operand, or the field of one, has fields
	readAt  map[int]token.Pos // where an ID is read first
	placed  map[int]bool      // IDs that a framework puts into a struct by itself

	vals   map[ssa.Value]set
	tuples map[ssa.CallInstruction][]set
	mem    map[ssa.Value]map[string]set // what is stored where, by field path
	scopes map[*ssa.Function]int

	changed bool
	knows   map[int]bool // scopes that read who the caller is
	sure    map[int]bool // those of them that do not need anybody to put it into the context
	mayKnow map[int]bool // scopes that read it, or something else if there is no caller
	looks   map[int]bool // scopes that look into a token without verifying it
	checks  map[int]bool // scopes that verify a token
	sets    []scopedSetting
	lists   map[int][]Listed // what scopes list for everybody, as far as they see

	acts   []*act
	guards []*guard

	unfinished []unfinishedFor
	forks      map[*ssa.BasicBlock]*fork
	asking     map[*ssa.Call]bool     // calls whose answers the question at hand has counted
	asked      map[*ssa.Function]bool // literals whose results it has
	cached     *FuncFact
	chains     map[int]*Chain // by scope
	stamps     []stamp

	leaving map[*ssa.Function]*leaving
	ranks   map[*ssa.Call]bool // middleware that is made, and whether its hooks ask for a role
}

type scopedSetting struct {
	Setting
	scope int
}

// The first origins of each unit's table.
const (
	identity = iota
	role
	stored
)

// rounds bounds the passes over a unit; values settle in two or three.
const rounds = 8

func newUnit(e *engine, root *ssa.Function) *unit {
	u := &unit{
		e: e, root: root, number: make(map[Origin]int), structs: make(map[int]bool), readAt: make(map[int]token.Pos),
		placed: make(map[int]bool),
		vals:   make(map[ssa.Value]set), tuples: make(map[ssa.CallInstruction][]set),
		mem: make(map[ssa.Value]map[string]set), scopes: make(map[*ssa.Function]int),
		knows: make(map[int]bool), sure: make(map[int]bool), mayKnow: make(map[int]bool), lists: make(map[int][]Listed), looks: make(map[int]bool), checks: make(map[int]bool), asked: make(map[*ssa.Function]bool), asking: make(map[*ssa.Call]bool), forks: make(map[*ssa.BasicBlock]*fork),
		chains: make(map[int]*Chain), leaving: make(map[*ssa.Function]*leaving), ranks: make(map[*ssa.Call]bool),
	}
	u.intern(Origin{Source: Identity})
	u.intern(Origin{Source: Role})
	u.intern(Origin{Source: Stored})
	u.addFunc(root, 0)
	for i, p := range root.Params {
		if !data.Handle(p.Type()) && (u.e.inert(p.Type()) || u.e.isService(p.Type(), 0)) {
			continue
		}
		s := set{}.with(u.intern(Origin{Source: Operand, Index: i}))
		if e.isClaims(p.Type()) {
			s = s.with(identity)
		}
		u.vals[p] = s
	}
	u.operate()
	for _, fn := range u.funcs {
		u.greet(fn)
		if fn != root {
			u.receive(fn)
		}
	}
	return u
}

// addFunc lists fn and its literals. A literal that is given a request is a
// scope of its own: a handler or middleware, whose IDs are not the others'.
func (u *unit) addFunc(fn *ssa.Function, scope int) {
	if scope == 0 && fn != u.root && u.e.answers(fn) && !u.e.answers(u.root) {
		scope = len(u.funcs)
	}
	u.scopes[fn] = scope
	u.funcs = append(u.funcs, fn)
	for _, anon := range fn.AnonFuncs {
		u.addFunc(anon, scope)
	}
}

// intern returns the number of an origin.
func (u *unit) intern(o Origin) int {
	if n, ok := u.number[o]; ok {
		return n
	}
	n := len(u.origins)
	u.number[o] = n
	u.origins = append(u.origins, o)
	u.sources[o.Source] = u.sources[o.Source].with(n)
	return n
}

// solve computes what every value derives from, then what becomes of it.
func (u *unit) solve() {
	u.changed = true
	for i := 0; u.changed && i < rounds; i++ {
		u.changed = false
		for _, fn := range u.funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					u.step(instr)
				}
			}
		}
	}
	u.findGuards()
	u.findActs()
	u.stamps = u.findStamps()
	u.findUnfinished()
	u.fact()
	u.forget()
}

// forget drops what is needed no longer: a large package has thousands of units.
func (u *unit) forget() {
	u.vals, u.tuples, u.mem, u.guards, u.leaving = nil, nil, nil, nil, nil
	clear(u.forks)
	clear(u.asked)
	clear(u.asking)
}

// add joins origins into a value.
func (u *unit) add(v ssa.Value, s set) {
	if old := u.vals[v]; old.or(s) != old {
		u.vals[v] = old.or(s)
		u.changed = true
	}
}

// put joins origins into a place in memory.
func (u *unit) put(base ssa.Value, path string, s set) {
	if base == nil || s.empty() {
		return
	}
	m := u.mem[base]
	if m == nil {
		m = make(map[string]set)
		u.mem[base] = m
	}
	if old := m[path]; old.or(s) != old {
		m[path] = old.or(s)
		u.changed = true
	}
}
