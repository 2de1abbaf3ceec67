package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Fails lists the results of a function by which callers learn that a token is
// not what it should be: an error that is set, false, or nil. Such a result is
// handed on as it comes, or is what every way returns that a mismatch leads to.
func (a *Audit) Fails(fn *ssa.Function) []int {
	known, ok := a.fails[fn]
	if ok {
		return known
	}
	a.fails[fn] = nil // Recursion tells nothing.
	results := fn.Signature.Results()
	for i := range results.Len() {
		if a.handsBack(fn, i) || slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool { return a.leadsTo(b, i) }) {
			known = append(known, i)
		}
	}
	a.fails[fn] = known
	return known
}

// handsBack reports whether some way returns the verdict of a verification as it is.
func (a *Audit) handsBack(fn *ssa.Function, index int) bool {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		v := namedResults(ret)[index]
		if ssax.IsError(v.Type()) && a.errorOf(v, 0) != nil || isBoolType(v.Type()) && a.mismatchOf(v, 0).no != nil {
			return true
		}
	}
	return false
}

// leadsTo reports whether the branch that ends a block has a side for mismatches
// from which every way returns a result that says so.
func (a *Audit) leadsTo(b *ssa.BasicBlock, index int) bool {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	m := a.mismatchOf(branch.Cond, 0)
	return m.yes != nil && returnsOnly(b.Succs[0], index) || m.no != nil && returnsOnly(b.Succs[1], index)
}

func returnsOnly(from *ssa.BasicBlock, index int) bool {
	some := false
	for b := range ssax.Reach(from, nil, nil).All() {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if !saysNo(namedResults(ret)[index]) {
			return false
		}
		some = true
	}
	return some
}

// saysNo reports whether a result says that something is wrong.
func saysNo(v ssa.Value) bool {
	c, isConst := v.(*ssa.Const)
	switch {
	case ssax.IsError(v.Type()):
		return !isConst
	case isBoolType(v.Type()):
		return isConst && c.Value.String() == "false"
	}
	return isConst && c.IsNil()
}

// failsAt is Fails for what a call runs: a function of this package, one that an
// interface may stand for, or one of another package by its fact.
func (a *Audit) failsAt(call *ssa.Call) []int {
	common := call.Common()
	if callee := a.source(common.StaticCallee()); callee != nil {
		return a.Fails(callee)
	}
	if fails := a.trace(call).Fails; fails != nil || !common.IsInvoke() {
		return fails
	}
	iface, ok := common.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	for _, fn := range a.funcs {
		if recv := fn.Signature.Recv(); recv != nil && fn.Name() == common.Method.Name() && types.Implements(recv.Type(), iface) {
			if fails := a.Fails(fn); fails != nil {
				return fails
			}
		}
	}
	return nil
}
