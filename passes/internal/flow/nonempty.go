package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// refusedBefore reports whether a caller has made sure that the operand which
// becomes the key is not empty.
func (e *engine) refusedBefore(key Value, owner *ssa.Function, call ssa.CallInstruction) bool {
	refused := false
	key.Has(func(p Value) bool {
		if p.Kind == Param && p.owner == owner {
			if arg := operand(call.Common(), p.Index); arg != nil && refusesEmpty(arg, call.Block(), 0) {
				refused = true
			}
		}
		return false
	})
	return refused
}

// refusesEmpty reports whether block b can only be reached with a value that
// is not "" or nil: behind a comparison of it, or of its length, with nothing.
func refusesEmpty(v ssa.Value, b *ssa.BasicBlock, depth int) bool {
	if depth > 6 || v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if emptyTest(ref) && behindNonEmpty(ref, b) {
				return true
			}
		case *ssa.Call:
			if builtin, ok := ref.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "len" {
				for _, use := range *ref.Referrers() {
					if cmp, ok := use.(*ssa.BinOp); ok && emptyTest(cmp) && behindNonEmpty(cmp, b) {
						return true
					}
				}
			}
		}
	}
	x := unwrap(v)
	return x != nil && refusesEmpty(x, b, depth+1)
}

// emptyTest reports whether a comparison is with "", nil or 0.
func emptyTest(cmp *ssa.BinOp) bool {
	for _, side := range []ssa.Value{cmp.X, cmp.Y} {
		c, ok := side.(*ssa.Const)
		if ok && (c.Value == nil || c.Value.ExactString() == `""` || c.Value.ExactString() == "0") {
			return true
		}
	}
	return false
}

// behindNonEmpty reports whether b lies behind the outcome of a test that says
// the value is not empty.
func behindNonEmpty(cmp *ssa.BinOp, b *ssa.BasicBlock) bool {
	for _, use := range *cmp.Referrers() {
		branch, ok := use.(*ssa.If)
		if !ok {
			continue
		}
		side := branch.Block().Succs[0] // x != "", len(x) > 0
		if cmp.Op == token.EQL || cmp.Op == token.LEQ {
			side = branch.Block().Succs[1]
		}
		if ssax.OnlyBy(side, b) {
			return true
		}
	}
	return false
}
