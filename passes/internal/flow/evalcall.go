package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call is one result of a call: what a model, the callee's body or its fact says.
func (e *engine) call(call *ssa.Call, index int) Value {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return e.builtin(b, call)
	}
	fn := ssax.Callee(common)
	if row := e.row(fn); row != nil {
		return e.modelled(row, call, index)
	}
	if row := std.Of(fn); row != nil {
		return e.standard(row, call, index)
	}
	if row := e.models.Web(fn); row != nil {
		if v, ok := e.requested(row, call, index); ok {
			return v
		}
	}
	if isOption(common.Signature(), index) && Modelled(pkgOf(fn)) {
		return Value{Kind: Opt, Option: &Option{Name: fn.Name()}} // Of no interest to any rule.
	}
	if claim, ok := e.claimedResult(common, index); ok {
		return Value{Kind: Claimed, Text: claim}
	}
	if callee := e.callee(common); callee != nil {
		return e.resultAt(callee, call, index)
	}
	if fact := e.fact(fn); fact != nil && index < len(fact.Results) {
		return e.instantiate(placed(fact.Results[index], call.Pos()), nil, call).via(call.Pos(), "returned by "+calleeName(fn))
	}
	return e.calledValue(common, call, index)
}

// claimedResult recognises results that are a token or claims by their type.
func (e *engine) claimedResult(common *ssa.CallCommon, index int) (string, bool) {
	results := common.Signature().Results()
	if index >= results.Len() {
		return "", false
	}
	return ClaimedType(results.At(index).Type())
}

// isOption reports whether a result is one of a library's options.
func isOption(sig *types.Signature, index int) bool {
	if index >= sig.Results().Len() {
		return false
	}
	row, _ := jwt.TypeOf(sig.Results().At(index).Type())
	return row != nil && row.Is == model.IsOption
}

func pkgOf(fn *types.Func) *types.Package {
	if fn == nil {
		return nil
	}
	return fn.Pkg()
}

// resultAt is a result of a function of this package, for this call.
func (e *engine) resultAt(callee *ssa.Function, call *ssa.Call, index int) Value {
	results := e.resultsOf(callee)
	if results == nil {
		return Value{Kind: Either} // A recursion: see remember.
	}
	if index >= len(results) {
		return unknown("result of " + callee.Name())
	}
	return e.instantiate(results[index], callee, call).via(call.Pos(), "returned by "+callee.Name())
}

// resultsOf is what the results of a function of this package may be, over all
// its return statements.
func (e *engine) resultsOf(fn *ssa.Function) []Value {
	return remember(e, resultsOf, e.results, fn, nil, func() []Value {
		vals := make([]Value, fn.Signature.Results().Len())
		for i := range vals {
			vals[i] = e.resultOf(fn, i)
		}
		return vals
	})
}

// resultOf joins one result of all returns, leaving out those that return an
// error beside it: no caller uses their other results.
func (e *engine) resultOf(fn *ssa.Function, i int) Value {
	var vals []Value
	for _, ret := range e.returns(fn) {
		if i < len(ret.results) && (!ret.fails || i == len(ret.results)-1) {
			vals = append(vals, e.eval(ret.results[i], ret.pos))
		}
	}
	if len(vals) == 0 {
		return unknown("result of " + fn.Name())
	}
	return join(Either, vals...)
}

// instantiate replaces the Params of callee (nil: all) by the call's operands.
func (e *engine) instantiate(v Value, callee *ssa.Function, call ssa.CallInstruction) Value {
	return v.rewrite(func(p Value) Value {
		if p.owner != callee {
			return p
		}
		arg := operand(call.Common(), p.Index)
		if arg == nil {
			return unknown("operand")
		}
		val := e.eval(arg, call.Pos())
		if p.Decoded() {
			val = digest(val)
		}
		val.Steps = append(append([]Step(nil), val.Steps...), p.Steps...)
		return val
	})
}

// operand returns the i-th operand of a call, receiver first, as ssa.Function
// numbers its Params.
func operand(common *ssa.CallCommon, i int) ssa.Value {
	args := common.Args
	if common.IsInvoke() {
		args = append([]ssa.Value{common.Value}, args...)
	}
	if i >= len(args) {
		return nil
	}
	return args[i]
}

// calledValue is the result of calling a closure that is in view.
func (e *engine) calledValue(common *ssa.CallCommon, call *ssa.Call, index int) Value {
	if fn := ssax.Callee(common); fn != nil {
		if index == 0 && signsBehind(common) {
			return signedToken(call)
		}
		return unknown("result of " + calleeName(fn))
	}
	if mc, ok := common.Value.(*ssa.MakeClosure); ok {
		if callee := e.source(mc.Fn.(*ssa.Function)); callee != nil {
			return e.resultAt(callee, call, index)
		}
	}
	return unknown("result of a function value")
}

func calleeName(fn *types.Func) string {
	if fn.Pkg() == nil {
		return fn.Name()
	}
	return fn.Pkg().Name() + "." + fn.Name()
}

// builtin follows append and copies.
func (e *engine) builtin(b *ssa.Builtin, call *ssa.Call) Value {
	args := call.Call.Args
	switch b.Name() {
	case "append":
		elems := []Value{{Kind: Spread, Elems: []Value{e.eval(args[0], call.Pos())}}}
		if len(args) > 1 {
			rest := e.eval(args[1], call.Pos())
			if rest.Kind == Literal || rest.Kind == Outside {
				return rest // append([]byte(nil), text...)
			}
			elems = append(elems, Value{Kind: Spread, Elems: []Value{rest}})
		}
		return listOf(elems...)
	case "ssa:wrapnilchk":
		return e.eval(args[0], call.Pos())
	}
	return unknown("computed")
}

// parserOptions names the field of a parser's Struct value that holds its options.
const parserOptions = "options"
