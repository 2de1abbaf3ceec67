package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Guard says that a helper returns true, or a nil error, only after it has
// tested the algorithm of the token among its operands.
type Guard struct {
	WhenTrue bool // the bool result; otherwise the error result, when nil
	Pin      Pin
	Allowed  []string
	One      bool // it was compared with one value, which is not the token's
}

// test is what the two outcomes of a condition make sure of.
type test struct {
	yes, no Pin
	allowed []string
	one     bool // the outcome that pins leaves one algorithm, which is not the token's choice
}

// swap is the test of the negated condition.
func (t test) swap() test { return test{yes: t.no, no: t.yes, allowed: t.allowed, one: t.one} }

// through is what the branch right before a block has made sure of.
func (e *engine) through(b *ssa.BasicBlock, depth int) Pin {
	branch := inFrontOf(b)
	if branch == nil || depth > 8 {
		return Unpinned
	}
	t := e.algTest(branch.Cond, depth)
	if branch.Block().Succs[0] == b {
		return t.yes
	}
	return t.no
}

// errorTest is what "err == nil" makes sure of, for an error of a helper.
func (e *engine) errorTest(x, y ssa.Value) test {
	if c, ok := x.(*ssa.Const); ok && c.IsNil() {
		x = y
	}
	if ex, ok := x.(*ssa.Extract); ok {
		x = ex.Tuple
	}
	if call, ok := x.(*ssa.Call); ok {
		return e.guardedBy(call, false)
	}
	return test{}
}

// guardedBy is what a helper's true result, or nil error, makes sure of: what
// its body says or its fact, and if both are out of view and it gets the
// token, perhaps something.
func (e *engine) guardedBy(call *ssa.Call, whenTrue bool) test {
	carries := false
	for _, arg := range call.Call.Args {
		carries = carries || e.mayCarryAlg(arg)
	}
	if !carries {
		return test{}
	}
	fn := ssax.Callee(call.Common())
	if ownChecks(e.models.Func(fn), model.Alg) {
		return test{yes: Pinned}
	}
	var guards []Guard
	if callee := e.source(call.Common().StaticCallee()); callee != nil {
		e.assume(callee, call.Common())
		guards = e.guardsOf(callee)
	} else if fact := e.fact(fn); fact != nil {
		guards = fact.Guards
	} else if e.row(fn) == nil && std.Of(fn) == nil && (fn == nil || !std.Printer(fn.Pkg().Path())) {
		return test{yes: PinUnseen, no: PinUnseen}
	}
	for _, g := range guards {
		if g.WhenTrue == whenTrue {
			return test{yes: g.Pin, allowed: g.Allowed, one: g.One}
		}
	}
	return test{}
}

// guardsOf summarises a helper of this package: what its being true, or its
// error being nil, makes sure of.
func (e *engine) guardsOf(fn *ssa.Function) []Guard {
	if g, ok := e.guards[fn]; ok {
		return g
	}
	e.guards[fn] = nil // Recursion makes sure of nothing.
	results := fn.Signature.Results()
	var out []Guard
	for i := range results.Len() {
		t := results.At(i).Type()
		isBool := types.Identical(t.Underlying(), types.Typ[types.Bool])
		if !isBool && !ssax.IsError(t) {
			continue
		}
		if g, ok := e.guardOf(fn, i, isBool); ok {
			out = append(out, g)
		}
	}
	e.guards[fn] = out
	return out
}

// guardOf is the weakest of the ways in which result i can be true or nil.
func (e *engine) guardOf(fn *ssa.Function, i int, isBool bool) (Guard, bool) {
	g := Guard{WhenTrue: isBool, Pin: Pinned, One: true}
	ways := 0
	for _, way := range e.returns(fn) {
		v := way.results[i]
		if c, ok := v.(*ssa.Const); ok && isBool && c.Value.String() == "false" {
			continue
		}
		if !isBool && e.nonNil(v, way.block, 0) {
			continue
		}
		ways++
		own := test{}
		if isBool {
			own = e.algTest(v, 0)
		} else if call, ok := tupleOf(v).(*ssa.Call); ok {
			own = e.guardedBy(call, false)
		}
		pin, allowed := e.pinAt(way.block)
		g.Pin = min(g.Pin, max(pin, own.yes))
		g.Allowed = append(g.Allowed, append(allowed, own.allowed...)...)
		g.One = g.One && (own.one && own.yes == Pinned || e.oneLeft(way.block))
	}
	return g, ways > 0 && g.Pin > Unpinned
}

// tupleOf returns the call that v is a result of, or v.
func tupleOf(v ssa.Value) ssa.Value {
	if ex, ok := v.(*ssa.Extract); ok {
		return ex.Tuple
	}
	return v
}
