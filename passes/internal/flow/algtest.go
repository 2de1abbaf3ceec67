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
		t.one = e.oneForAll(cmp.Y, cmp)
	case e.isAlg(cmp.Y):
		t = e.expected(cmp.X, cmp.Pos())
		t.one = e.oneForAll(cmp.X, cmp)
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
