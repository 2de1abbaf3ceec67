package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What is stored where is kept without order. That is too coarse for one
// thing: a field of what was bound from the request which the program sets
// itself before it reads it.

// overwrittenField is what a field of a variable holds where it is read, if it has
// been set on every way there after anything else could fill it.
func (u *unit) overwrittenField(load *ssa.UnOp) (set, bool) {
	field, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return set{}, false
	}
	variable, ok := field.X.(*ssa.Alloc)
	if !ok {
		return set{}, false
	}
	stores, fillers, ok := usesOf(variable, field.Field)
	if !ok {
		return set{}, false
	}
	var out set
	certain := false
	for _, s := range stores {
		out = out.or(u.deep(s.Val))
		after := runsBefore(s, load)
		for _, f := range fillers {
			after = after && (runsBefore(f, s) || !reaches(f, load))
		}
		certain = certain || after
	}
	return out, certain
}

// usesOf lists the stores into a field of a struct variable, and whatever else
// may fill it. It fails if a literal shares the variable.
func usesOf(variable *ssa.Alloc, field int) (stores []*ssa.Store, fillers []ssa.Instruction, ok bool) {
	for _, ref := range *variable.Referrers() {
		switch x := ref.(type) {
		case *ssa.FieldAddr:
			if x.Field != field {
				continue
			}
			for _, use := range *x.Referrers() {
				if s, isStore := use.(*ssa.Store); isStore && s.Addr == x {
					stores = append(stores, s)
				} else if _, isLoad := use.(*ssa.UnOp); !isLoad {
					fillers = append(fillers, use)
				}
			}
		case *ssa.MakeClosure, *ssa.Phi:
			return nil, nil, false
		case *ssa.MakeInterface:
			fillers = append(fillers, *x.Referrers()...)
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			fillers = append(fillers, ref)
		}
	}
	return stores, fillers, true
}

// runsBefore reports whether a runs before b on every way to b.
func runsBefore(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	for _, instr := range a.Block().Instrs {
		if instr == a || instr == b {
			return instr == a
		}
	}
	return false
}

// reaches reports whether b may run after a.
func reaches(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() && runsBefore(a, b) {
		return true
	}
	for _, succ := range a.Block().Succs {
		if ssax.Reach(succ, nil, nil).Has(b.Block()) {
			return true
		}
	}
	return false
}
