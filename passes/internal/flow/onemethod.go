package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// oneLeft reports whether every way to a block has found the token's algorithm to
// be the same one, which somebody else than the token has chosen. What is then
// done by the algorithm is done by that choice.
func (e *engine) oneLeft(target *ssa.BasicBlock) bool {
	for _, b := range target.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		// Of two comparisons that both lead to the block neither is on every way.
		t := e.algTest(branch.Cond, 0)
		if t.one && (t.yes == Pinned && ssax.OnlyBy(b.Succs[0], target) || t.no == Pinned && ssax.OnlyBy(b.Succs[1], target)) {
			return true
		}
	}
	return false
}

// oneEach reports whether a block lies behind one of several tests of the token's
// algorithm, of which each leaves one kind of key, and something else than the token
// has chosen which of them it has to pass.
func (e *engine) oneEach(target *ssa.BasicBlock) bool {
	var tests []*ssa.BasicBlock
	for _, b := range target.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !ssax.Reach(b, nil, nil).Has(target) {
			continue
		}
		if t := e.algTest(branch.Cond, 0); t.yes == Pinned || t.no == Pinned {
			if !ofOneFamily(t.allowed) {
				return false
			}
			tests = append(tests, b)
		}
	}
	for _, b := range tests {
		if slices.ContainsFunc(b.Succs, func(succ *ssa.BasicBlock) bool {
			return slices.ContainsFunc(tests, ssax.Reach(succ, nil, nil).Has)
		}) || !e.chosenFor(b) {
			return false
		}
	}
	return len(tests) > 1
}

// chosenFor reports whether no branch on the way to a block asks the token.
func (e *engine) chosenFor(b *ssa.BasicBlock) bool {
	for _, before := range b.Parent().Blocks {
		branch, ok := before.Instrs[len(before.Instrs)-1].(*ssa.If)
		if !ok || before == b || !ssax.Reach(before, nil, nil).Has(b) {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if !ok || !e.notReceived(cmp.X, cmp.Pos()) || !e.notReceived(cmp.Y, cmp.Pos()) {
			return false
		}
	}
	return true
}

// notReceived reports whether a value is made neither from the token nor from
// the request.
func (e *engine) notReceived(v ssa.Value, at token.Pos) bool {
	return !slices.ContainsFunc(e.eval(v, at).Leaves(), func(leaf Value) bool { return leaf.Kind == Claimed || leaf.Source.Received() })
}

// oneForAll reports whether what the algorithm is compared with is one value for
// all tokens: it is not made from the token or the request, and is not one
// of several that a loop goes through.
func (e *engine) oneForAll(v ssa.Value, cmp *ssa.BinOp) bool {
	for _, succ := range cmp.Block().Succs {
		if ssax.Reach(succ, nil, nil).Has(cmp.Block()) {
			return false
		}
	}
	return e.notReceived(v, cmp.Pos())
}
