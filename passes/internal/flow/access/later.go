package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A loop that looks for something leaves what it finds in a variable, or counts
// what is missing; who is refused is decided behind it.

// decidesLater reports whether one side of a branch sets a variable on which a
// branch that decides depends.
func (u *unit) decidesLater(block *ssa.BasicBlock) bool {
	if len(block.Succs) != 2 {
		return false
	}
	yes, no := ssax.Sides(block)
	apart := func(b *ssa.BasicBlock) bool { return yes.Has(b) != no.Has(b) }
	for _, b := range block.Parent().Blocks {
		if b == block || len(b.Instrs) == 0 {
			continue
		}
		cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if ok && setApart(asked(cond.Cond), block, apart) && u.decides(b) {
			return true
		}
	}
	return false
}

// asked is the variable that a condition asks about: whether it is zero, how
// long it is, what one of its fields says.
func asked(cond ssa.Value) ssa.Value {
	for range 8 {
		switch x := cond.(type) {
		case *ssa.BinOp:
			if _, ok := x.Y.(*ssa.Const); !ok {
				return nil
			}
			cond = x.X
		case *ssa.Call:
			b, ok := x.Common().Value.(*ssa.Builtin)
			if !ok || b.Name() != "len" {
				return nil
			}
			cond = x.Common().Args[0]
		case *ssa.UnOp:
			cond = x.X
		case *ssa.FieldAddr:
			cond = x.X
		case *ssa.Field:
			cond = x.X
		default:
			return cond
		}
	}
	return nil
}

// setApart reports whether a variable is set where only one side of the branch
// that ends block leads.
func setApart(variable ssa.Value, block *ssa.BasicBlock, apart func(*ssa.BasicBlock) bool) bool {
	switch x := variable.(type) {
	case *ssa.Alloc:
		for store := range ssax.StoresTo(x) {
			if apart(store.Block()) {
				return true
			}
		}
	case *ssa.Phi:
		return phiSetApart(x, block, apart, make(map[*ssa.Phi]bool))
	}
	return false
}

// phiSetApart looks through the phis of a loop as well.
func phiSetApart(phi *ssa.Phi, block *ssa.BasicBlock, apart func(*ssa.BasicBlock) bool, seen map[*ssa.Phi]bool) bool {
	if seen[phi] || phi.Block().Parent() != block.Parent() {
		return false
	}
	seen[phi] = true
	for i, edge := range phi.Edges {
		if inner, ok := edge.(*ssa.Phi); ok {
			if phiSetApart(inner, block, apart, seen) {
				return true
			}
			continue
		}
		from := phi.Block().Preds[i]
		set, _ := edge.(ssa.Instruction)
		if apart(from) || set != nil && apart(set.Block()) {
			return true
		}
	}
	return false
}
