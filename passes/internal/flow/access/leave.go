package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A branch decides if one of its sides leaves. Beside return and panic there
// are two ways to leave that only models and facts tell of: a call that does
// not return, and an answer that ends the chain of middleware.

// decides reports whether the outcome of the branch that ends block makes a
// difference to what is done.
func (u *unit) decides(block *ssa.BasicBlock) bool {
	if ssax.Decides(block) {
		return true
	}
	if len(block.Succs) != 2 {
		return false
	}
	m := u.leavingIn(block.Parent())
	return len(m.ends) > 0 && m.breaksOff(block) || len(m.stops) > 0 && m.refuses(block)
}

// leaving are the blocks of a function with calls that leave: ends has those
// that do not return, stops those that stop the chain of middleware.
type leaving struct {
	e           *engine
	ends, stops map[*ssa.BasicBlock]bool
}

// leavingIn looks at all calls of a function, once: most have none that leaves.
func (u *unit) leavingIn(fn *ssa.Function) *leaving {
	if m := u.leaving[fn]; m != nil {
		return m
	}
	m := &leaving{u.e, make(map[*ssa.BasicBlock]bool), make(map[*ssa.BasicBlock]bool)}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			ends, stops := u.leaves(call)
			if ends {
				m.ends[b] = true
			}
			if stops {
				m.stops[b] = true
			}
		}
	}
	u.leaving[fn] = m
	return m
}

// leaves reports whether nothing after a call runs, and whether it keeps what
// follows in the chain of middleware from being called.
func (u *unit) leaves(call *ssa.Call) (ends, stops bool) {
	fn := ssax.Callee(call.Common())
	if row := u.e.models.Web(fn); row != nil {
		aborts := row.Does == web.Aborts
		return aborts && row.Panics, aborts || row.Does == web.Responds && u.e.models.Framework(pkgPath(fn)).AnswerEnds
	}
	if fact := u.e.fact(fn); fact != nil {
		return fact.Ends, fact.Stops
	}
	return false, false
}

// breaksOff reports whether one side of a branch ends in a call that does not
// return, where the other goes on.
func (m *leaving) breaksOff(block *ssa.BasicBlock) bool {
	yes, no := m.exits(block.Succs[0], block), m.exits(block.Succs[1], block)
	for b := range yes {
		if !no[b] {
			return true
		}
	}
	return len(yes) != len(no)
}

// exits returns the blocks that end the function on the ways from start that
// do not pass stop.
func (m *leaving) exits(start, stop *ssa.BasicBlock) map[*ssa.BasicBlock]bool {
	out := make(map[*ssa.BasicBlock]bool)
	seen := map[*ssa.BasicBlock]bool{stop: true}
	work := []*ssa.BasicBlock{start}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		switch {
		case seen[b]:
		case len(b.Succs) == 0 || m.ends[b]:
			out[b] = true
		default:
			work = append(work, b.Succs...)
		}
		seen[b] = true
	}
	return out
}

// refuses reports whether one side of a branch answers for good, where the
// other does not, and nothing but that comes after.
func (m *leaving) refuses(block *ssa.BasicBlock) bool {
	yes, no := ssax.Sides(block)
	var answers [2]bool
	for i, side := range [][2]ssax.Blocks{{yes, no}, {no, yes}} {
		for b := range side[0].All() {
			if side[1].Has(b) && !m.e.idle(b) {
				return false
			}
			answers[i] = answers[i] || !side[1].Has(b) && m.stops[b]
		}
	}
	return answers[0] != answers[1]
}

// idle reports whether a block does nothing that the answer should have prevented.
func (e *engine) idle(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch x := instr.(type) {
		case *ssa.MapUpdate, *ssa.Send:
			return false
		case *ssa.Store:
			if _, local := ssax.Root(x.Addr).(*ssa.Alloc); !local {
				return false
			}
		case ssa.CallInstruction:
			fn := ssax.Callee(x.Common())
			row := e.models.Web(fn)
			carried := row != nil && (row.Does == web.SetsValue || row.Does == web.GetsValue)
			if fn == nil || !carried && data.Of(pkgPath(fn)) != data.Notes {
				return false
			}
		}
	}
	return true
}

// ends reports whether the unit's function never returns.
func (u *unit) ends() bool {
	if u.root.Recover != nil {
		return false // What panics in it may be caught.
	}
	m := u.leavingIn(u.root)
	for b := range m.exits(u.root.Blocks[0], nil) {
		if _, returns := b.Instrs[len(b.Instrs)-1].(*ssa.Return); returns && !m.ends[b] {
			return false
		}
	}
	return true
}

// stops reports whether the unit's function may stop the chain of middleware.
func (u *unit) stops() bool { return len(u.leavingIn(u.root).stops) > 0 }
