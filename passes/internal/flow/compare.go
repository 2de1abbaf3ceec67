package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// compare is a comparison of the claim. One with nil or "" asks only whether
// the claim is there; one with the claim of the same token asks nothing.
func (t *tracker) compare(v ssa.Value, cmp *ssa.BinOp) {
	switch cmp.Op {
	case token.EQL, token.NEQ:
	case token.ADD:
		t.add(cmp, holdsClaim)
		return
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if t.claim != model.Exp {
			return
		}
	default:
		return
	}
	other := cmp.X
	if other == v {
		other = cmp.Y
	}
	if c, ok := other.(*ssa.Const); ok && t.constant(c, cmp.Pos()).Kind == Empty {
		return
	}
	t.compared = append(t.compared, comparison{other, cmp})
}

// comparison is one of the claim with another value.
type comparison struct {
	other ssa.Value
	cmp   *ssa.BinOp
}

// settle judges the comparisons, when all that holds the claim is known.
func (t *tracker) settle() {
	for _, c := range t.compared {
		if t.seen[c.other] == holdsClaim {
			t.found(Tautological, c.cmp.Pos())
			continue
		}
		t.judged(c.cmp, c.cmp.Block(), c.cmp.Pos(), func() { t.decided(c.cmp, c.cmp.Pos()) })
	}
	for _, call := range t.asked {
		t.judged(call.Value(), call.Block(), call.Pos(), func() { t.found(Unseen, call.Pos()) })
	}
}

// decided notes a check if the outcome makes a difference. An outcome that is
// stored, returned or handed on is taken to make one.
func (t *tracker) decided(outcome ssa.Value, pos token.Pos) {
	for _, ref := range *outcome.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.If:
			if ssax.Decides(ref.Block()) {
				t.found(Checked, pos)
			}
		case *ssa.UnOp:
			t.decided(ref, pos)
		case *ssa.Extract:
			t.decided(ref, pos)
		case *ssa.BinOp:
			t.decided(ref, pos)
		case ssa.CallInstruction:
			if !shown(ref.Common()) {
				t.found(Checked, pos)
			}
		case *ssa.MakeInterface, *ssa.ChangeInterface:
			t.decided(ref.(ssa.Value), pos)
		case *ssa.Store:
			if _, ok := ssax.Root(ref.Addr).(*ssa.Alloc); !ok {
				t.found(Checked, pos)
			} else if root := ssax.Root(ref.Addr); root != ref.Addr {
				t.decidedIn(root, pos)
			} else {
				t.found(Checked, pos)
			}
		default:
			t.found(Checked, pos)
		}
	}
}

// decidedIn is decided for an outcome among variadic operands.
func (t *tracker) decidedIn(root ssa.Value, pos token.Pos) {
	for _, use := range usesOf(root) {
		if call, ok := use.(ssa.CallInstruction); ok && !shown(call.Common()) {
			t.found(Checked, pos)
		}
	}
}

// shown reports whether a call only logs, prints or encodes its operands.
func shown(common *ssa.CallCommon) bool {
	fn := ssax.Callee(common)
	return fn != nil && fn.Pkg() != nil && std.Printer(fn.Pkg().Path())
}
