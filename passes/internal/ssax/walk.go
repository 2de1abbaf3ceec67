package ssax

import (
	"iter"

	"golang.org/x/tools/go/ssa"
)

// Calls yields the calls in the bodies of functions, in order.
func Calls(fns ...*ssa.Function) iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, fn := range fns {
			for _, b := range fn.Blocks {
				for call := range CallsIn(b) {
					if !yield(call) {
						return
					}
				}
			}
		}
	}
}

// CallsIn yields the calls of a block, in order.
func CallsIn(b *ssa.BasicBlock) iter.Seq[ssa.CallInstruction] {
	return func(yield func(ssa.CallInstruction) bool) {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && !yield(call) {
				return
			}
		}
	}
}

// OnlyBy reports whether every way to block b leads over the edge of a branch
// that enters side.
func OnlyBy(side, b *ssa.BasicBlock) bool { return len(side.Preds) == 1 && side.Dominates(b) }
