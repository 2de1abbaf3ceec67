package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// runsBefore reports whether one instruction of a function can run before
// another; nil is the function's end.
func runsBefore(first, then ssa.Instruction) bool {
	if then == nil || first.Parent() != then.Parent() {
		return true
	}
	if first.Block() == then.Block() && position(first) < position(then) {
		return true
	}
	for _, succ := range first.Block().Succs {
		if ssax.Reach(succ, nil, nil).Has(then.Block()) {
			return true
		}
	}
	return false
}

// position is the place of an instruction in its block.
func position(instr ssa.Instruction) int {
	for i, other := range instr.Block().Instrs {
		if other == instr {
			return i
		}
	}
	return -1
}

// condition is what a branch compares.
type condition struct {
	Condition
	value ssa.Value
}

// waysPast reports whether a way leads to sink past all places that set exp,
// and under which conditions. It knows of one place behind one branch or
// several; for other shapes there are no conditions, and nothing is known.
func (s *claimSet) waysPast(sets []expSet, sink ssa.Instruction) (past bool, conds []condition) {
	if sink == nil {
		return false, nil
	}
	stop := make(map[*ssa.BasicBlock]bool)
	for _, set := range sets {
		if set.at.Parent() != sink.Parent() {
			return false, nil
		}
		if set.at.Block() == sink.Block() {
			return false, nil
		}
		stop[set.at.Block()] = true
	}
	start := s.start(sink)
	if stop[start] || !ssax.Reach(start, nil, stop).Has(sink.Block()) {
		return false, nil
	}
	if len(stop) > 1 {
		return true, nil
	}
	for b := sets[0].at.Block(); b != nil && b != start; b = b.Idom() {
		if cond, ok := entryOf(b); ok && !b.Dominates(sink.Block()) {
			conds = append(conds, cond)
		}
	}
	return true, conds
}

// start is the block in which the claims come to be.
func (s *claimSet) start(sink ssa.Instruction) *ssa.BasicBlock {
	if made, ok := s.root.(ssa.Instruction); ok && made.Parent() == sink.Parent() {
		return made.Block()
	}
	return sink.Parent().Blocks[0]
}

// entryOf is the condition under which the branch in front of a block does not
// enter it.
func entryOf(b *ssa.BasicBlock) (condition, bool) {
	branch := inFrontOf(b)
	if branch == nil {
		return condition{}, false
	}
	return conditionOf(branch.Cond, branch.Block().Succs[0] != b)
}

// inFrontOf is the branch of which one side is the only way into a block, or nil.
func inFrontOf(b *ssa.BasicBlock) *ssa.If {
	if len(b.Preds) != 1 {
		return nil
	}
	pred := b.Preds[0]
	branch, _ := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
	return branch
}

// conditionOf is a comparison with a constant, or a bool; holds says whether
// it is to be true.
func conditionOf(v ssa.Value, holds bool) (condition, bool) {
	if not, ok := v.(*ssa.UnOp); ok && not.Op == token.NOT {
		return conditionOf(not.X, !holds)
	}
	cmp, ok := v.(*ssa.BinOp)
	if !ok {
		if b, isBasic := v.Type().Underlying().(*types.Basic); isBasic && b.Info()&types.IsBoolean != 0 {
			return condition{Condition{Op: token.EQL, Than: map[bool]float64{true: 1}[holds]}, v}, true
		}
		return condition{}, false
	}
	x, op := cmp.X, cmp.Op
	c, ok := cmp.Y.(*ssa.Const)
	if !ok {
		if c, ok = cmp.X.(*ssa.Const); !ok {
			return condition{}, false
		}
		x, op = cmp.Y, mirrored(op)
	}
	if !holds {
		op = negated(op)
	}
	if op == token.ILLEGAL || c.Value != nil && !isNumeric(c) {
		return condition{}, false
	}
	return condition{Condition{Op: op, Than: numberOfConstant(c).Amount}, x}, true
}

// mirrored is the comparison with its sides changed.
func mirrored(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

// negated is the comparison that holds where another does not.
func negated(op token.Token) token.Token {
	switch op {
	case token.EQL:
		return token.NEQ
	case token.NEQ:
		return token.EQL
	case token.LSS:
		return token.GEQ
	case token.LEQ:
		return token.GTR
	case token.GTR:
		return token.LEQ
	case token.GEQ:
		return token.LSS
	}
	return token.ILLEGAL
}
