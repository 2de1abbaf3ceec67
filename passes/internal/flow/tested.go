package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A value from outside that has passed a test is not the sender's choice
// alone. Which test it was cannot be judged in general, so that any counts:
// a pattern, a list of known values, a parser that refuses other forms. Asking
// whether the value is there, or of which type, is no test.

// testedBefore reports whether a test of something that v was made from
// decides whether the way leads to block b.
func (e *engine) testedBefore(v Value, b *ssa.BasicBlock) bool {
	leaves := v.Leaves()
	if len(leaves) == 0 {
		return false
	}
	for d := b.Idom(); d != nil; d = d.Idom() {
		branch, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok || !decidesFor(branch, b) {
			continue
		}
		for _, leaf := range e.testedBy(branch.Cond, 0) {
			if slices.ContainsFunc(leaves, leaf.same) {
				return true
			}
		}
	}
	return false
}

// decidesFor reports whether only one outcome of a branch leads to b.
func decidesFor(branch *ssa.If, b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(branch.Block().Succs, func(side *ssa.BasicBlock) bool { return ssax.OnlyBy(side, b) })
}

// maxTestDepth bounds the steps from a condition to what it is about.
const maxTestDepth = 6

// testedBy lists the leaves of the values that a condition tests.
func (e *engine) testedBy(cond ssa.Value, depth int) []Value {
	if depth > maxTestDepth {
		return nil
	}
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return e.testedBy(v.X, depth+1)
		}
	case *ssa.Phi:
		var out []Value
		for _, edge := range v.Edges {
			out = append(out, e.testedBy(edge, depth+1)...)
		}
		return out
	case *ssa.BinOp:
		return e.comparedBy(v, depth)
	case *ssa.Call:
		return e.askedOf(v)
	case *ssa.Lookup:
		return e.eval(v.Index, v.Pos()).Leaves()
	case *ssa.Extract:
		switch tuple := v.Tuple.(type) {
		case *ssa.Call:
			return e.askedOf(tuple)
		case *ssa.Lookup:
			return e.eval(tuple.Index, tuple.Pos()).Leaves()
		}
	}
	return nil
}

// askedOf lists the leaves of what a call asks about. What only turns a value
// into another form refuses no value that could do harm.
func (e *engine) askedOf(call *ssa.Call) []Value {
	if row := std.Of(ssax.Callee(call.Common())); row != nil {
		switch row.Does {
		case std.Passes, std.Builds, std.Decodes, std.Encodes:
			return nil
		}
	}
	return e.operandLeaves(call)
}

// comparedBy lists the leaves of both sides of a comparison, those of the
// call that made an error if it is compared with nil, and none if the question
// is whether a value is empty.
func (e *engine) comparedBy(v *ssa.BinOp, depth int) []Value {
	if isNilTest(v) {
		return append(e.testedBy(tupleCall(v.X), depth+1), e.testedBy(tupleCall(v.Y), depth+1)...)
	}
	x, y := e.eval(v.X, v.Pos()), e.eval(v.Y, v.Pos())
	if x.Kind == Empty || y.Kind == Empty {
		return nil
	}
	return append(x.Leaves(), y.Leaves()...)
}

// tupleCall is the call that an error, or a single result, comes from, or v.
func tupleCall(v ssa.Value) ssa.Value {
	if ex, ok := v.(*ssa.Extract); ok && !ssax.IsError(ex.Type()) {
		return v // A value that was looked up: whether it is there.
	}
	return tupleOf(v)
}

// operandLeaves lists the leaves of all operands of a call.
func (e *engine) operandLeaves(call *ssa.Call) []Value {
	var out []Value
	for _, op := range call.Operands(nil) {
		if _, isFunc := (*op).(*ssa.Function); !isFunc && *op != nil {
			out = append(out, e.eval(*op, call.Pos()).Leaves()...)
		}
	}
	return out
}
