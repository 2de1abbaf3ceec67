package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// ret is one way in which a function returns.
type ret struct {
	block   *ssa.BasicBlock // where the way is decided
	results []ssa.Value
	fails   bool // the last result is an error that is certainly not nil
	pos     token.Pos
}

// returns lists the ways a function returns. A single return statement behind
// a join, as named results make it, is taken apart by the ways into it.
func (e *engine) returns(fn *ssa.Function) []ret {
	var out []ret
	for _, b := range fn.Blocks {
		r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, way := range splitPhis(b, namedResults(r)) {
			way.pos = r.Pos()
			if !way.pos.IsValid() {
				way.pos = fn.Pos()
			}
			way.fails = e.failing(way)
			out = append(out, way)
		}
	}
	return out
}

// namedResults replaces loads of result variables, which functions with defer
// return, by the last value stored in the same block.
func namedResults(r *ssa.Return) []ssa.Value {
	out := make([]ssa.Value, len(r.Results))
	for i, v := range r.Results {
		out[i] = v
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			continue
		}
		for _, instr := range r.Block().Instrs {
			if store, ok := instr.(*ssa.Store); ok && store.Addr == load.X {
				out[i] = store.Val
			}
		}
	}
	return out
}

// splitPhis gives one way for each predecessor of b whose phis are returned.
func splitPhis(b *ssa.BasicBlock, results []ssa.Value) []ret {
	split := false
	for _, v := range results {
		if phi, ok := v.(*ssa.Phi); ok && phi.Block() == b {
			split = true
		}
	}
	if !split {
		return []ret{{block: b, results: results}}
	}
	var out []ret
	for i, pred := range b.Preds {
		way := ret{block: pred, results: make([]ssa.Value, len(results))}
		for j, v := range results {
			way.results[j] = v
			if phi, ok := v.(*ssa.Phi); ok && phi.Block() == b {
				way.results[j] = phi.Edges[i]
			}
		}
		out = append(out, way)
	}
	return out
}

// failing reports whether a way certainly returns a non-nil error last.
func (e *engine) failing(way ret) bool {
	if len(way.results) == 0 {
		return false
	}
	err := way.results[len(way.results)-1]
	return ssax.IsError(err.Type()) && e.nonNil(err, way.block, 0)
}

// nonNil reports whether an error is certainly set in block b: made by
// errors.New and its like, a package variable, or tested before.
func (e *engine) nonNil(err ssa.Value, b *ssa.BasicBlock, depth int) bool {
	if depth > 6 {
		return false
	}
	switch v := err.(type) {
	case *ssa.Const:
		return false
	case *ssa.MakeInterface:
		return true
	case *ssa.UnOp:
		if _, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return true
		}
	case *ssa.Call:
		if row := std.Of(ssax.Callee(v.Common())); row != nil && row.Does == std.Errors {
			return true
		}
		if callee := e.source(v.Common().StaticCallee()); callee != nil && e.alwaysFails(callee, depth) {
			return true
		}
		if e.wraps(v, b, depth) {
			return true
		}
	case *ssa.Phi:
		for i, edge := range v.Edges {
			if !e.nonNil(edge, v.Block().Preds[i], depth+1) {
				return testedNonNil(err, b)
			}
		}
		return true
	}
	return testedNonNil(err, b)
}

// wraps reports whether a function out of view makes one error out of another
// that is set.
func (e *engine) wraps(call *ssa.Call, b *ssa.BasicBlock, depth int) bool {
	if e.source(call.Common().StaticCallee()) != nil || !ssax.IsError(call.Type()) {
		return false
	}
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool {
		return ssax.IsError(arg.Type()) && e.nonNil(arg, b, depth+1)
	})
}

// alwaysFails reports whether a helper returns nothing but errors that are set.
func (e *engine) alwaysFails(fn *ssa.Function, depth int) bool {
	if fn.Signature.Results().Len() != 1 {
		return false
	}
	for _, b := range fn.Blocks {
		if r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && !e.nonNil(r.Results[0], b, depth+1) {
			return false
		}
	}
	return true
}

// testedNonNil reports whether b lies behind the branch on which err != nil held.
func testedNonNil(err ssa.Value, b *ssa.BasicBlock) bool { return tested(err, token.NEQ, b) }

// tested reports whether b lies behind the branch on which a comparison of err
// with nil had the outcome: it is nil (EQL), or not (NEQ).
func tested(err ssa.Value, outcome token.Token, b *ssa.BasicBlock) bool {
	if err.Referrers() == nil {
		return false
	}
	for _, ref := range *err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !isNilTest(cmp) {
			continue
		}
		for _, use := range *cmp.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok {
				continue
			}
			side := branch.Block().Succs[1]
			if cmp.Op == outcome {
				side = branch.Block().Succs[0]
			}
			if ssax.OnlyBy(side, b) {
				return true
			}
		}
	}
	return false
}

// isNilTest reports whether a comparison is with nil.
func isNilTest(cmp *ssa.BinOp) bool {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return false
	}
	x, okX := cmp.X.(*ssa.Const)
	y, okY := cmp.Y.(*ssa.Const)
	return okX && x.IsNil() || okY && y.IsNil()
}
