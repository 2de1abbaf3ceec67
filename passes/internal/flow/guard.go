package flow

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Guard says that a helper returns true, or a nil error, only after it has
// tested the algorithm of the token among its operands.
type Guard struct {
	WhenTrue bool // the bool result; otherwise the error result, when nil
	Pin      Pin
	Allowed  []string
}

// test is what the two outcomes of a condition make sure of.
type test struct {
	yes, no Pin
	allowed []string
}

// swap is the test of the negated condition.
func (t test) swap() test { return test{yes: t.no, no: t.yes, allowed: t.allowed} }

// algTest tells what a condition says about the token's algorithm. at is the
// block that branches on it.
func (e *engine) algTest(cond ssa.Value, depth int) test {
	if depth > 8 {
		return test{}
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return e.algTest(c.X, depth+1).swap()
		}
	case *ssa.BinOp:
		return e.algCompare(c, depth)
	case *ssa.Extract:
		return e.algCommaOK(c)
	case *ssa.Lookup:
		if e.isAlg(c.Index) {
			return test{yes: Pinned}
		}
	case *ssa.Call:
		return e.algCall(c)
	case *ssa.Phi:
		return e.algPhi(c, depth)
	}
	return test{}
}

// algPhi joins the conditions of a stored && or ||: what every way to an
// outcome makes sure of.
func (e *engine) algPhi(phi *ssa.Phi, depth int) test {
	t := test{yes: Pinned, no: Pinned}
	for i, edge := range phi.Edges {
		way := e.algTest(edge, depth+1)
		if c, ok := edge.(*ssa.Const); ok && c.Value != nil {
			// This way has one outcome only; what it came through counts for it.
			through := e.through(phi.Block().Preds[i], depth+1)
			if c.Value.String() == "true" {
				t.yes = min(t.yes, through)
			} else {
				t.no = min(t.no, through)
			}
			continue
		}
		through := e.through(phi.Block().Preds[i], depth+1)
		t.yes = min(t.yes, max(way.yes, through))
		t.no = min(t.no, max(way.no, through))
		t.allowed = append(t.allowed, way.allowed...)
	}
	return t
}

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

// algCompare is a comparison of the algorithm with an expected one, or of a
// helper's error with nil.
func (e *engine) algCompare(cmp *ssa.BinOp, depth int) test {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return test{}
	}
	var t test
	switch {
	case isNilTest(cmp):
		t = e.errorTest(cmp.X, cmp.Y)
	case isBoolConst(cmp.Y):
		t = e.algTest(cmp.X, depth+1)
		if cmp.Y.(*ssa.Const).Value.String() == "false" {
			t = t.swap()
		}
	case e.isAlg(cmp.X):
		t = e.expected(cmp.Y, cmp.Pos())
	case e.isAlg(cmp.Y):
		t = e.expected(cmp.X, cmp.Pos())
	}
	if cmp.Op == token.NEQ {
		return t.swap()
	}
	return t
}

func isBoolConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && types.Identical(c.Type().Underlying(), types.Typ[types.Bool])
}

// expected is what equality with v makes sure of. Equality with "none" pins
// nothing; inequality with it denies just that.
func (e *engine) expected(v ssa.Value, at token.Pos) test {
	val := e.eval(v, at)
	switch {
	case val.Kind == Claimed && val.Text == string(model.Alg):
		return test{}
	case (val.Kind == Literal || val.Kind == Method) && strings.EqualFold(val.Text, "none"):
		return test{no: DenyList}
	case val.Kind == Empty:
		return test{}
	}
	return test{yes: Pinned, allowed: methodNames(val)}
}

// methodNames lists the algorithms that a value names, those in view.
func methodNames(v Value) []string {
	var out []string
	for _, alt := range v.Alternatives() {
		switch alt.Kind {
		case Literal, Method:
			out = append(out, alt.Text)
		case List:
			for _, elem := range alt.Elems {
				out = append(out, methodNames(elem)...)
			}
		}
	}
	return out
}

// isAlg reports whether v is the algorithm that the token names: its Method,
// that one's name, or the header field.
func (e *engine) isAlg(v ssa.Value) bool {
	val := e.eval(v, v.Pos())
	if val.Kind == Param && val.owner != nil {
		return e.algParams[val.owner.Params[val.Index]]
	}
	return val.Kind == Claimed && val.Text == string(model.Alg)
}

// assume notes that a helper is given the algorithm, so that its body is read
// as a test of it.
func (e *engine) assume(callee *ssa.Function, common *ssa.CallCommon) {
	for i, p := range callee.Params {
		if arg := operand(common, i); arg != nil && e.isAlg(arg) && !e.algParams[p] {
			e.algParams[p] = true
			delete(e.guards, callee)
		}
	}
}

// mayCarryAlg reports whether a callee that gets v could test the algorithm.
func (e *engine) mayCarryAlg(v ssa.Value) bool {
	if e.isAlg(v) || isParsed(v.Type()) {
		return true
	}
	val := e.eval(v, v.Pos())
	if val.Kind != Claimed {
		return false
	}
	switch val.Text {
	case "token", "header", string(model.Alg):
		return true
	}
	return false
}

// algCommaOK is the ok of a type assertion on the method, or of a lookup by
// the algorithm's name, or a result of a helper.
func (e *engine) algCommaOK(x *ssa.Extract) test {
	switch t := x.Tuple.(type) {
	case *ssa.TypeAssert:
		if x.Index == 1 && e.isAlg(t.X) {
			return methodAssertion(t)
		}
	case *ssa.Lookup:
		if e.isAlg(t.Index) {
			return test{yes: Pinned}
		}
	case *ssa.Call:
		return e.guardedBy(t, true)
	}
	return test{}
}

// methodAssertion is an assertion of the method's type: to a concrete type it
// pins the family.
func methodAssertion(t *ssa.TypeAssert) test {
	row, _ := jwt.TypeOf(t.AssertedType)
	if row == nil || row.Is != model.IsMethod || types.IsInterface(t.AssertedType) {
		return test{}
	}
	return test{yes: Pinned, allowed: []string{string(row.Family)}}
}

// algCall is a condition that is a call: a comparison of the standard library,
// or a helper that tests the algorithm.
func (e *engine) algCall(call *ssa.Call) test {
	row := std.Of(ssax.Callee(call.Common()))
	if row == nil || row.Does != std.Matches {
		return e.guardedBy(call, true)
	}
	_, args := ssax.Args(call.Common())
	for i, arg := range args {
		if e.isAlg(arg) && len(args) == 2 {
			return e.expected(args[1-i], call.Pos())
		}
	}
	return test{}
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
			return test{yes: g.Pin, allowed: g.Allowed}
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
	g := Guard{WhenTrue: isBool, Pin: Pinned}
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
