package ssax

import (
	"iter"
	"math/bits"

	"golang.org/x/tools/go/ssa"
)

// Edge is one way out of a block: its Succs[Index].
type Edge struct {
	Block *ssa.BasicBlock
	Index int
}

// Blocks is a set of blocks of one function.
type Blocks struct {
	fn *ssa.Function
	in []uint64 // a bit for each index
}

func newBlocks(fn *ssa.Function) Blocks { return Blocks{fn, make([]uint64, (len(fn.Blocks)+63)/64)} }

// Has reports whether a block is in the set.
func (s Blocks) Has(b *ssa.BasicBlock) bool {
	return b.Parent() == s.fn && s.in[b.Index/64]&(1<<(b.Index%64)) != 0
}

func (s Blocks) add(b *ssa.BasicBlock) { s.in[b.Index/64] |= 1 << (b.Index % 64) }

// Without returns the blocks of the set that are not in another of the same function.
func (s Blocks) Without(t Blocks) Blocks {
	out := newBlocks(s.fn)
	for i := range out.in {
		out.in[i] = s.in[i] &^ t.in[i]
	}
	return out
}

// All goes through the set, in the function's order.
func (s Blocks) All() iter.Seq[*ssa.BasicBlock] {
	return func(yield func(*ssa.BasicBlock) bool) {
		for i, word := range s.in {
			for ; word != 0; word &= word - 1 {
				if !yield(s.fn.Blocks[i*64+bits.TrailingZeros64(word)]) {
					return
				}
			}
		}
	}
}

// Reach returns the blocks that can be reached from start, start included,
// without taking an edge of cut and without passing through a block of stop.
func Reach(start *ssa.BasicBlock, cut map[Edge]bool, stop map[*ssa.BasicBlock]bool) Blocks {
	seen := newBlocks(start.Parent())
	var few [16]*ssa.BasicBlock // Most functions need no more.
	work := append(few[:0], start)
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen.Has(b) || stop[b] {
			continue
		}
		seen.add(b)
		for i, succ := range b.Succs {
			if !seen.Has(succ) && (cut == nil || !cut[Edge{b, i}]) {
				work = append(work, succ)
			}
		}
	}
	return seen
}

// Decides reports whether the outcome of the branch that ends block makes a
// difference to how the function goes on: whether one side leaves (returns or
// panics) where the other does not, or sets a value that the other does not.
// A branch whose sides only do something in passing and then
// meet again, such as one that logs, decides nothing.
func Decides(block *ssa.BasicBlock) bool {
	if len(block.Succs) != 2 {
		return false
	}
	yes, no := Sides(block)
	return leavesAlone(yes, no) || leavesAlone(no, yes) || meetDiffer(block, yes, no)
}

// Merges reports whether the two sides of the branch that ends block meet in a block
// whose value depends on the side taken.
func Merges(block *ssa.BasicBlock) bool {
	yes, no := Sides(block)
	return meetDiffer(block, yes, no)
}

// Sides returns the blocks that can be reached from each side of the branch
// that ends block, without passing it again. It has to end in a branch.
func Sides(block *ssa.BasicBlock) (yes, no Blocks) {
	self := map[*ssa.BasicBlock]bool{block: true}
	return Reach(block.Succs[0], nil, self), Reach(block.Succs[1], nil, self)
}

// leavesAlone reports whether a block that ends the function is reached on
// one side only.
func leavesAlone(here, there Blocks) bool {
	for b := range here.All() {
		if !there.Has(b) && len(b.Succs) == 0 {
			return true
		}
	}
	return false
}

// meetDiffer reports whether the two sides meet in a block whose value depends
// on the side taken, as with `ok = true` in a loop.
func meetDiffer(block *ssa.BasicBlock, yes, no Blocks) bool {
	for b := range yes.All() {
		if !no.Has(b) {
			continue
		}
		for _, instr := range b.Instrs {
			phi, ok := instr.(*ssa.Phi)
			if !ok {
				break
			}
			if phiDiffers(phi, block, yes, no) {
				return true
			}
		}
	}
	return false
}

func phiDiffers(phi *ssa.Phi, block *ssa.BasicBlock, yes, no Blocks) bool {
	var onlyYes, onlyNo []ssa.Value
	for i, pred := range phi.Block().Preds {
		switch {
		case pred == block:
			// The branch itself enters here: on one of its two sides.
			if block.Succs[0] == phi.Block() {
				onlyYes = append(onlyYes, phi.Edges[i])
			} else {
				onlyNo = append(onlyNo, phi.Edges[i])
			}
		case yes.Has(pred) && !no.Has(pred):
			onlyYes = append(onlyYes, phi.Edges[i])
		case no.Has(pred) && !yes.Has(pred):
			onlyNo = append(onlyNo, phi.Edges[i])
		}
	}
	for _, y := range onlyYes {
		for _, n := range onlyNo {
			if y != n {
				return true
			}
		}
	}
	return false
}
