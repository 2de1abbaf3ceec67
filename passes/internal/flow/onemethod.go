package flow

import (
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

// oneForAll reports whether what the algorithm is compared with is one value for
// all tokens: it is not made from the token or the request, and is not one
// of several that a loop goes through.
func (e *engine) oneForAll(v ssa.Value, cmp *ssa.BinOp) bool {
	for _, succ := range cmp.Block().Succs {
		if ssax.Reach(succ, nil, nil)[cmp.Block()] {
			return false
		}
	}
	for _, leaf := range e.eval(v, cmp.Pos()).Leaves() {
		if leaf.Kind == Claimed || leaf.Source.Received() {
			return false
		}
	}
	return true
}
