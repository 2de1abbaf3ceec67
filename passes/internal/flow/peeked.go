package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// seedPeeked starts from what is read of a token before its signature is looked
// at: where a verification keeps nothing of what the token says, those are the
// claims that count. The reading and the verification have to be parts of
// something that one function does.
func (t *tracker) seedPeeked(s *Site) {
	around := t.leadingTo(s.call.Parent())
	for _, instr := range t.untested {
		call, ok := instr.(*ssa.Call)
		if !ok {
			continue
		}
		row := t.row(ssax.Callee(call.Common()))
		if row == nil || row.Does != model.ParsesUnverified && !t.unsigned(call, row) || !meet(around, t.leadingTo(call.Parent())) {
			continue
		}
		t.seedCall(call)
		if claims := OperandAt(call.Common(), row.Claims); claims != nil {
			t.seedClaims(claims)
		}
	}
}

// maxLeading bounds the calls between a function and one that leads to it.
const maxLeading = 4

// leadingTo is the set of a function, those around it, and those of this package
// that call them.
func (e *engine) leadingTo(fn *ssa.Function) map[*ssa.Function]bool {
	out := map[*ssa.Function]bool{outermost(fn): true}
	open := []*ssa.Function{outermost(fn)}
	for range maxLeading {
		var next []*ssa.Function
		for _, fn := range open {
			for _, call := range e.callersOf(fn) {
				if caller := outermost(call.Parent()); !out[caller] {
					out[caller] = true
					next = append(next, caller)
				}
			}
		}
		open = next
	}
	return out
}

func meet(a, b map[*ssa.Function]bool) bool {
	for fn := range a {
		if b[fn] {
			return true
		}
	}
	return false
}
