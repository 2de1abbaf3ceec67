package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A text of the source that a program refuses to run with is no key of it: a
// default that is there to be replaced, and is compared with before anything is
// done.

// withoutRefused replaces the texts that are refused among what a value may be:
// who gets past that has been given another one.
func withoutRefused(v Value, refused []string) Value {
	switch {
	case len(refused) == 0:
	case v.Kind == Literal && slices.ContainsFunc(refused, func(text string) bool { return clip(text) == v.Text && len(text) == v.Index }):
		return Value{Kind: Outside, Text: "configuration", Steps: v.Steps}
	case v.Kind == Either || v.Kind == Writers:
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = withoutRefused(elem, refused)
		}
		v.Elems = elems
	}
	return v
}

// refusedInField lists the texts with which a field of the package is refused.
func (e *engine) refusedInField(f *types.Var) []string {
	var out []string
	for _, addr := range e.fieldAddrs[f] {
		for _, ref := range *addr.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && load.Op == token.MUL {
				out = append(out, e.refusedTexts(load)...)
			}
		}
	}
	return out
}

// refusedInGlobal is refusedInField for a variable.
func (e *engine) refusedInGlobal(use *globalUse) []string {
	var out []string
	if use != nil {
		for _, load := range use.loads {
			out = append(out, e.refusedTexts(load)...)
		}
	}
	return out
}

// refusedTexts lists the constants with which a value is compared in front of
// something that ends in an error, a panic or the end of the program.
func (e *engine) refusedTexts(v ssa.Value) []string {
	if v.Referrers() == nil {
		return nil
	}
	var out []string
	for _, ref := range *v.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL && cmp.Op != token.NEQ {
			continue
		}
		text, ok := otherText(cmp, v)
		if ok && slices.ContainsFunc(*cmp.Referrers(), func(use ssa.Instruction) bool {
			branch, ok := use.(*ssa.If)
			return ok && e.endsInFailure(branch.Block().Succs[equalSide(cmp)])
		}) {
			out = append(out, text)
		}
	}
	return out
}

// refusedWithin is refusedTexts for a value and what it was converted from.
func (e *engine) refusedWithin(v ssa.Value) []string {
	var out []string
	for ; v != nil; v = unwrap(v) {
		out = append(out, e.refusedTexts(v)...)
	}
	return out
}

// otherText is the constant that a value is compared with.
func otherText(cmp *ssa.BinOp, v ssa.Value) (string, bool) {
	other := cmp.X
	if other == v {
		other = cmp.Y
	}
	c, ok := other.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), constant.StringVal(c.Value) != ""
}

// equalSide is the successor of a branch on a comparison where both are the same.
func equalSide(cmp *ssa.BinOp) int {
	if cmp.Op == token.NEQ {
		return 1
	}
	return 0
}

// endsInFailure reports whether every way from a block leads to an error, a panic
// or the end of the program.
func (e *engine) endsInFailure(side *ssa.BasicBlock) bool {
	for b := range ssax.Reach(side, nil, nil).All() {
		end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && !e.failing(ret{block: b, results: namedResults(end)}) {
			return false
		}
	}
	return true
}
