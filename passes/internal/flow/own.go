package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What a project says of its own functions takes the place of what their
// bodies show, in the package that declares them too.

// ownSite is a call of a function of the project's that verifies. Its row says
// what it makes sure of: whatever else the project has not said stays open.
func (e *engine) ownSite(row *model.Func, fn *types.Func, call ssa.CallInstruction) *Site {
	s := &Site{Name: calleeName(fn), Library: fn.Pkg().Path(), Own: true, call: call, ClaimsParam: -1}
	s.Pos, s.End = e.span(call)
	s.root = s.Pos
	s.Options = e.ownOptions(row, call)
	s.Keyfunc = e.ownKeyfunc(row, fn, call)
	s.claims = OperandAt(call.Common(), row.Claims)
	if i, ok := row.Claims.IsResult(); ok {
		s.claims = resultOf(call, i)
	}
	return s
}

// ownOptions is the list of options that a row of the project's stands for:
// those that the function is given, and one for each claim that it checks.
func (e *engine) ownOptions(row *model.Func, call ssa.CallInstruction) Value {
	var elems []Value
	if row.Options != model.None {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{e.at(call, row.Options)}})
	}
	elems = append(elems, enforcing(row)...)
	if row.Options == model.None && row.Checks == nil {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{unknown("what " + row.Name + " checks is not said")}})
	}
	return listOf(elems...)
}

// ownKeyfunc is the keyfunc that a function of the project's is given, or one
// that stands for the key that it is given or has by itself.
func (e *engine) ownKeyfunc(row *model.Func, fn *types.Func, call ssa.CallInstruction) Value {
	key := OperandAt(call.Common(), row.Key)
	if key != nil {
		if sig, ok := key.Type().Underlying().(*types.Signature); ok && isKeyfunc(sig) {
			return e.eval(key, call.Pos())
		}
	}
	ret := KeyReturn{Key: unknown("key of " + calleeName(fn)), Pin: Unpinned}
	if key != nil {
		ret.Pos, ret.Key, ret.Family = call.Pos(), e.eval(key, call.Pos()), familyOf(key)
	}
	switch {
	case slices.Contains(row.Checks, model.Alg):
		ret.Pin = Pinned
	case row.Checks == nil:
		ret.Pin = PinUnseen
	}
	return Value{Kind: Function, Keyfunc: &Keyfunc{Name: calleeName(fn), Returns: []KeyReturn{ret}}}
}

// resultOf is the i-th result of a call where it is used, or nil.
func resultOf(call ssa.CallInstruction, i int) ssa.Value {
	v, ok := call.(*ssa.Call)
	if !ok {
		return nil
	}
	if call.Common().Signature().Results().Len() == 1 {
		return v
	}
	return inTuple(v, i)
}

// inTuple is one part of a tuple, nil if nothing takes it.
func inTuple(tuple ssa.Value, i int) ssa.Value {
	for _, ref := range *tuple.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == i {
			return ex
		}
	}
	return nil
}

// answered reports whether a call stands in a function that a row of the
// project's calls a verifier.
func (e *engine) answered(call ssa.CallInstruction) bool {
	fn := call.Parent()
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	row := e.models.Func(ssax.Object(fn))
	return row != nil && row.Does == model.Verifies
}

// ownResult is the result of a function of the project's, where its row says
// more, or less, than one of a library's.
func (e *engine) ownResult(row *model.Func, call *ssa.Call, index int) (Value, bool) {
	fn := ssax.Callee(call.Common())
	switch row.Does {
	case model.ReturnsKey:
		if i, ok := row.Key.IsResult(); ok && i != index || !ok && index > 0 {
			return unknown("result of " + calleeName(fn)), true
		}
		return Value{Kind: Outside, Text: calleeName(fn), Steps: []Step{{Pos: call.Pos(), Phrase: "read with " + calleeName(fn)}}}, true
	case model.BuildsParser, model.BuildsValidator:
		if index > 0 {
			return unknown("result of " + calleeName(fn)), true
		}
		return Value{Kind: Struct, Names: []string{parserOptions}, Elems: []Value{e.ownOptions(row, call)}}, true
	case model.PinsKey:
		if row.Key == model.None {
			ret := KeyReturn{Pos: call.Pos(), Key: unknown("key of " + calleeName(fn)), Pin: Pinned}
			return Value{Kind: Function, Keyfunc: &Keyfunc{Name: row.Name, Returns: []KeyReturn{ret}}}, true
		}
	}
	return Value{}, false
}

// ownChecks reports whether a row of the project's says that a function checks a claim.
func ownChecks(row *model.Func, claim model.Claim) bool {
	return row != nil && (row.Does == model.ChecksClaim && row.Check == claim ||
		row.Does == model.ValidatesClaims && slices.Contains(row.Checks, claim))
}

// ownValidation is a call of a function of the project's that checks several
// claims; about tells whether it is given the ones that are followed.
func (t *tracker) ownValidation(call *ssa.Call, row *model.Func, about bool) {
	switch {
	case call == nil || !about:
	case ownChecks(row, t.claim):
		t.outcome(call)
	case row.Checks == nil:
		t.found(Unseen, call.Pos())
	}
}

// outcome is decided for the outcome of a call. One without results makes
// sure by itself: it does not return otherwise.
func (t *tracker) outcome(call *ssa.Call) {
	if call.Common().Signature().Results().Len() == 0 {
		t.found(Checked, call.Pos())
		return
	}
	t.decided(call, call.Pos())
}

// claimOfName is the claim that a field of the project's own session is about,
// by its name in Go or in JSON.
func claimOfName(name string) string {
	switch strings.ToLower(name) {
	case "audience":
		return string(model.Aud)
	case "issuer":
		return string(model.Iss)
	}
	return name
}
