package flow

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// claimNamed is the claim that a call of a modelled function is about; ok is
// false if the call names it and the name is out of view.
func (e *engine) claimNamed(row *model.Func, call *ssa.Call) (claim model.Claim, ok bool) {
	if row.Named == model.None {
		return row.Check, true
	}
	name := OperandAt(call.Common(), row.Named)
	if c, isConst := name.(*ssa.Const); isConst && c.Value != nil && c.Value.Kind() == constant.String {
		return model.Claim(constant.StringVal(c.Value)), true
	}
	return "", false
}

// claimRead is the claim that a getter reads, as the Text of a Claimed value.
func (e *engine) claimRead(row *model.Func, call *ssa.Call) string {
	claim, _ := e.claimNamed(row, call)
	if claim == model.All {
		return "claims"
	}
	return string(claim)
}

// readInto looks for a getter that stores a claim in a variable, by its address.
func (e *engine) readInto(addr ssa.Value) (Value, bool) {
	for _, g := range givenTo(addr) {
		row := e.row(ssax.Callee(g.call.Common()))
		if row != nil && row.Does == model.GetsClaim && OperandAt(g.call.Common(), row.Into) == g.as {
			return Value{Kind: Claimed, Text: e.claimRead(row, g.call)}, true
		}
	}
	return Value{}, false
}

// readClaim follows what a getter returns or stores. A claim whose name is out
// of view may be the one.
func (t *tracker) readClaim(call *ssa.Call, row *model.Func) {
	claim, known := t.claimNamed(row, call)
	held := holdsClaim
	switch {
	case claim == model.All:
		held = holdsClaims
	case known && claim != t.claim:
		return
	}
	into := OperandAt(call.Common(), row.Into)
	if into == nil {
		if read := resultOf(call, 0); read != nil {
			t.add(read, held)
		}
		return
	}
	for x := unwrap(into); x != nil; x = unwrap(into) {
		into = x
	}
	t.add(into, held)
}

// uncheckedByDefault stands for what a library does that checks claims on
// request only.
func uncheckedByDefault() Value {
	return Value{Kind: Opt, Option: &Option{Name: "the default", Does: model.Disables, Check: model.All, Default: true}}
}
