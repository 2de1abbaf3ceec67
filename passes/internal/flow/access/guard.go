package access

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// guard is a test that a function makes.
type guard struct {
	test
	fn       *ssa.Function
	block    *ssa.BasicBlock // that ends in the branch; nil if the outcome is returned
	deciding bool            // the outcome makes a difference
	idle     bool            // no branch depends on it
	unlike   int             // the successor of the block where they are not equal, counted from 1; 0 if that is not known
}

// findGuards lists the tests on whose outcome the functions of the unit branch
// or return.
func (u *unit) findGuards() {
	for _, fn := range u.funcs {
		for _, b := range fn.Blocks {
			if len(b.Instrs) == 0 {
				continue
			}
			switch last := b.Instrs[len(b.Instrs)-1].(type) {
			case *ssa.If:
				tests := u.tests(last.Cond)
				deciding := len(tests) > 0 && (u.decides(b) || u.answersApart(b) || u.decidesLater(b))
				for _, t := range tests {
					unlike := unlikeSide(t.by, last)
					u.guarded(guard{test: t, fn: fn, block: b, deciding: deciding && !u.refusesEquals(b, unlike), unlike: unlike})
				}
			case *ssa.Return:
				for _, r := range last.Results {
					if !isBool(r.Type()) && !ssax.IsError(r.Type()) {
						continue
					}
					for _, t := range u.tests(r) {
						u.guarded(guard{test: t, fn: fn, deciding: true})
					}
				}
			}
		}
	}
	u.voidGuards()
	u.selectedTogether()
	u.idleTests()
	u.guards = distinctGuards(u.guards)
}

// guarded notes a test, unless it tells nothing: most calls ask for something that
// is neither an ID nor the caller.
func (u *unit) guarded(g guard) {
	if g.tells() || g.a.has(stored) || g.b.has(stored) { // The latter may have met through a record.
		kept := g
		u.guards = append(u.guards, &kept)
	}
}

// tells reports whether a test tells something of the caller or an ID.
func (t *test) tells() bool {
	return t.role || !t.holds.empty() || !t.a.empty() && !t.b.empty()
}

// unlikeSide is the way that a branch takes if what a comparison compares is not equal.
func unlikeSide(by *ssa.BinOp, branch *ssa.If) int {
	unlike := 2
	cond := branch.Cond
	for {
		not, ok := cond.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			break
		}
		cond, unlike = not.X, 3-unlike
	}
	switch {
	case by == nil || cond != by:
		return 0
	case by.Op == token.NEQ:
		return 3 - unlike
	}
	return unlike
}

// refusesEquals reports whether nobody is refused but those who are, or may, what
// is asked: if role == admin { if locked { return } }.
func (u *unit) refusesEquals(b *ssa.BasicBlock, unlike int) bool {
	if unlike == 0 {
		return false
	}
	f := u.forkAt(b)
	like, other := f.sides[2-unlike], f.sides[unlike-1]
	return u.turnsAwayIn(like) && !u.leavesIn(other) && !ssax.Merges(b) && !u.decidesLater(b)
}

// turnsAwayIn reports whether a request is refused in one of some blocks.
func (u *unit) turnsAwayIn(blocks ssax.Blocks) bool {
	for b := range blocks.All() {
		if u.leavingIn(b.Parent()).stops[b] || slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			call, ok := instr.(*ssa.Call)
			return ok && u.e.refuses(call)
		}) {
			return true
		}
	}
	return false
}

// leavesIn reports whether the function ends in one of some blocks, or the chain of
// middleware does.
func (u *unit) leavesIn(blocks ssax.Blocks) bool {
	for b := range blocks.All() {
		if m := u.leavingIn(b.Parent()); len(b.Succs) == 0 || m.ends[b] || m.stops[b] {
			return true
		}
	}
	return false
}

// answersApart reports whether a handler answers on each side of a branch, and
// so differently, though the sides end together.
func (u *unit) answersApart(b *ssa.BasicBlock) bool {
	if len(b.Succs) != 2 {
		return false
	}
	f := u.forkAt(b)
	if u.answersIn(f.sides[0]) && u.answersIn(f.sides[1]) {
		return true
	}
	here, there, ok := u.jointSides(b)
	return ok && u.answersIn(here.Without(there)) && u.answersIn(there.Without(here))
}

// answersIn reports whether an answer is written in some blocks.
func (u *unit) answersIn(blocks ssax.Blocks) bool {
	for b := range blocks.All() {
		if slices.ContainsFunc(b.Instrs, u.e.writesAnswer) {
			return true
		}
	}
	return false
}

// jointSides are the sides of a condition that is made of several, of which a
// block asks the first: owner == caller || admin. There are none if it asks the
// only one.
func (u *unit) jointSides(b *ssa.BasicBlock) (yes, no ssax.Blocks, ok bool) {
	s := b.Succs
	stop := map[*ssa.BasicBlock]bool{b: true}
	for next := b; ; {
		switch {
		case joins(s[1], next, s[0], 0):
			next, s = s[1], []*ssa.BasicBlock{s[0], s[1].Succs[1]}
		case joins(s[0], next, s[1], 1):
			next, s = s[0], []*ssa.BasicBlock{s[0].Succs[0], s[1]}
		case next == b:
			return yes, no, false
		default:
			return ssax.Reach(s[0], nil, stop), ssax.Reach(s[1], nil, stop), true
		}
		stop[next] = true
	}
}

// joins reports whether a block that follows another asks on, and goes on to the
// same if that settles it.
func joins(block, after, same *ssa.BasicBlock, side int) bool {
	if len(block.Preds) != 1 || block.Preds[0] != after || len(block.Succs) != 2 || block == same {
		return false
	}
	return block.Succs[side] == same
}

// writesAnswer reports whether an instruction writes an answer.
func (e *engine) writesAnswer(instr ssa.Instruction) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	row := e.models.Web(ssax.Callee(call.Common()))
	return row != nil && (row.Does == web.Responds || row.Does == web.Aborts)
}

// distinctGuards drops repetitions, and tests that tell nothing.
func distinctGuards(guards []*guard) []*guard {
	seen := make(map[guard]bool, len(guards))
	return slices.DeleteFunc(guards, func(g *guard) bool {
		again := seen[*g]
		seen[*g] = true
		return again || !g.tells()
	})
}

// idleTests lists comparisons and answers on which nothing depends. They guard
// nothing; that they are there is worth saying.
func (u *unit) idleTests() {
	for _, fn := range u.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				var tests []test
				switch x := instr.(type) {
				case *ssa.BinOp:
					if x.Op == token.EQL || x.Op == token.NEQ {
						tests = u.tests(x)
					}
				case *ssa.Call:
					if asks(x) {
						tests = u.answered(x)
					}
				}
				for _, t := range tests {
					t.role = false
					u.guarded(guard{test: t, fn: fn, block: b, idle: true})
				}
			}
		}
	}
}

// asks reports whether a call's first result is a yes or no.
func asks(call *ssa.Call) bool {
	results := call.Common().Signature().Results()
	return results.Len() > 0 && isBool(results.At(0).Type())
}

// selectedTogether: what is compared with one stored record has met through it.
func (u *unit) selectedTogether() {
	type side struct {
		*guard
		other set
	}
	var sides []side
	for _, g := range u.guards {
		if g.deciding && g.a.has(stored) != g.b.has(stored) {
			other := g.a
			if g.a.has(stored) {
				other = g.b
			}
			sides = append(sides, side{g, other})
		}
	}
	for i, x := range sides[:min(len(sides), 20)] {
		for _, y := range sides[i+1:] {
			if x.fn == y.fn && x.other != y.other {
				u.guards = append(u.guards, &guard{test: test{a: x.other, b: y.other}, fn: y.fn, block: y.block, deciding: true})
			}
		}
	}
}

// voidGuards lists the tests of callees without a result, which panic or abort
// the request by themselves.
func (u *unit) voidGuards() {
	for _, fn := range u.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok || call.Common().Signature().Results().Len() > 0 {
					continue
				}
				for _, t := range u.gatesOf(call) {
					t.call = call
					u.guarded(guard{test: t, fn: fn, block: b, deciding: true})
				}
			}
		}
	}
}
