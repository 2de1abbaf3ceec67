package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// fork is a block that ends in a branch, or in one way out. Each guard that it is
// asks for each access: a generated function has hundreds of both.
type fork struct {
	sides [2]ssax.Blocks // what is reached on one side of a branch alone
	after ssax.Blocks    // what may come behind it
	asked bool           // what is used on its sides
	used  [2]set
}

// forkAt is what is known of a block.
func (u *unit) forkAt(b *ssa.BasicBlock) *fork {
	return answer(u.forks, b, func() *fork {
		f := &fork{after: ssax.Reach(b, nil, nil)}
		if len(b.Succs) == 2 {
			yes, no := ssax.Sides(b)
			f.sides = [2]ssax.Blocks{yes.Without(no), no.Without(yes)}
		}
		return f
	})
}

// usedAt is what derives something that is put somewhere on one side of a branch
// alone, on each. That it is logged does not count.
func (u *unit) usedAt(f *fork) [2]set {
	if !f.asked {
		f.asked, f.used = true, [2]set{u.usedIn(f.sides[0]), u.usedIn(f.sides[1])}
	}
	return f.used
}

func (u *unit) usedIn(blocks ssax.Blocks) set {
	var s set
	for b := range blocks.All() {
		for _, instr := range b.Instrs {
			switch x := instr.(type) {
			case *ssa.MapUpdate:
				s = s.or(u.deep(x.Value))
			case *ssa.Return:
				for _, v := range x.Results {
					if !ssax.IsError(v.Type()) {
						s = s.or(u.deep(v))
					}
				}
			}
		}
	}
	return s
}
