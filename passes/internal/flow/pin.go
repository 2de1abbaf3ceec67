package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// pinAt is what every way from a function's entry to the end of a block has
// made sure of, and which algorithms the tests on those ways name.
func (e *engine) pinAt(target *ssa.BasicBlock) (Pin, []string) {
	fn := target.Parent()
	var allowed, gates []string
	cuts := map[Pin]map[ssax.Edge]bool{Pinned: {}, PinUnseen: {}, DenyList: {}}
	for _, b := range fn.Blocks {
		if pin, names := e.asserted(b); pin == Pinned {
			if b == target || b == fn.Blocks[0] {
				return Pinned, names
			}
			for i := range b.Succs {
				cutAll(cuts, ssax.Edge{Block: b, Index: i}, Pinned)
			}
		}
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		t := e.algTest(branch.Cond, 0)
		cutAll(cuts, ssax.Edge{Block: b, Index: 0}, t.yes)
		cutAll(cuts, ssax.Edge{Block: b, Index: 1}, t.no)
		if t.yes == Pinned && ssax.OnlyBy(b.Succs[0], target) || t.no == Pinned && ssax.OnlyBy(b.Succs[1], target) {
			allowed = append(allowed, t.allowed...)
		}
		if t.yes == Pinned && ssax.Reach(b.Succs[0], nil, nil).Has(target) || t.no == Pinned && ssax.Reach(b.Succs[1], nil, nil).Has(target) {
			gates = append(gates, t.allowed...)
		}
	}
	if len(allowed) == 0 {
		allowed = gates // One of several, of which each lets its own pass.
	}
	for _, pin := range []Pin{Pinned, PinUnseen, DenyList} {
		if !ssax.Reach(fn.Blocks[0], cuts[pin], nil).Has(target) {
			return pin, allowed
		}
	}
	return Unpinned, nil
}

// cutAll takes an edge out of the graph of every question that it answers: an
// edge that pins also counts where less is asked for.
func cutAll(cuts map[Pin]map[ssax.Edge]bool, edge ssax.Edge, pin Pin) {
	for asked := range cuts {
		if pin >= asked && pin > Unpinned {
			cuts[asked][edge] = true
		}
	}
}

// asserted reports whether a block asserts the method's type without
// comma-ok: any other type panics there.
func (e *engine) asserted(b *ssa.BasicBlock) (Pin, []string) {
	for _, instr := range b.Instrs {
		t, ok := instr.(*ssa.TypeAssert)
		if ok && !t.CommaOk && e.isAlg(t.X) {
			if got := methodAssertion(t); got.yes == Pinned {
				return Pinned, got.allowed
			}
		}
	}
	return Unpinned, nil
}
