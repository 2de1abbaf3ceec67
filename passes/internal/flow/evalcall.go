package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

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
	if callee := e.source(common.StaticCallee()); callee != nil {
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

// modelled is the result of a library's function, as its row says.
func (e *engine) modelled(row *model.Func, call *ssa.Call, index int) Value {
	if e.models.Func(ssax.Callee(call.Common())) != nil {
		if v, ok := e.ownResult(row, call, index); ok {
			return v
		}
	}
	switch row.Does {
	case model.BuildsParser, model.BuildsValidator:
		if index > 0 {
			break
		}
		return Value{Kind: Struct, Names: []string{parserOptions}, Elems: []Value{e.built(row, call)}}
	case model.Carries:
		if row.Settings == model.Recv {
			return e.at(call, row.Settings)
		}
		return e.option(row, call)
	case model.Enforces, model.Disables, model.Switches:
		return e.option(row, call)
	case model.HandsKey, model.WrapsKey, model.ReturnsMethod:
		return e.handed(row, call, index)
	case model.ParsesKey:
		if index > 0 {
			break
		}
		key := Value{Kind: Key, Text: string(row.Family), Elems: []Value{e.at(call, row.Key)}}
		if row.Private {
			key.Names = []string{"private"}
		}
		return key
	case model.GetsClaim:
		return e.claimValue(row, call)
	case model.NamesMethod:
		recv, _ := ssax.Args(call.Common())
		return nameOf(e.eval(recv, call.Pos()))
	case model.SelectsMethod:
		if name := e.at(call, row.Method); name.Kind == Literal {
			return Value{Kind: Method, Text: name.Text}
		} else if name.Kind == Claimed {
			return name
		}
	case model.PinsKey:
		return e.pinnedKey(row, call)
	case model.Verifies, model.ParsesUnverified, model.BuildsToken:
		if claim, ok := e.claimedResult(call.Common(), index); ok {
			return Value{Kind: Claimed, Text: claim}
		}
	case model.Signs:
		if index == 0 && isText(resultType(call, index)) {
			return signedToken(call)
		}
	case model.SelectsKey:
		return unknown("key of a key set")
	case model.MakesKeyfunc:
		return e.libraryKeyfunc(ssax.Callee(call.Common()))
	}
	return e.modelledOther(call, index)
}

// nameOf is the name of a signing method.
func nameOf(method Value) Value {
	switch method.Kind {
	case Method:
		return Value{Kind: Literal, Text: method.Text, Index: len(method.Text)}
	case Claimed, Param:
		return method
	}
	return unknown("name of a method")
}

// modelledOther covers library functions whose row says nothing of the result:
// one that returns a keyfunc hands its own checks on.
func (e *engine) modelledOther(call *ssa.Call, index int) Value {
	if row := e.row(ssax.Callee(call.Common())); row != nil && row.Does == model.Tolerates && isOption(call.Call.Signature(), index) {
		return Value{Kind: Opt, Option: &Option{Name: row.Name}} // It checks nothing.
	}
	results := call.Call.Signature().Results()
	if index < results.Len() {
		if row, _ := jwt.TypeOf(results.At(index).Type()); row != nil && row.Is == model.IsKeyfunc {
			return e.libraryKeyfunc(ssax.Callee(call.Common()))
		}
		if claim, ok := ClaimedType(results.At(index).Type()); ok {
			return Value{Kind: Claimed, Text: claim}
		}
	}
	return unknown("result of " + calleeName(ssax.Callee(call.Common())))
}

// parserOptions names the field of a parser's Struct value that holds its options.
const parserOptions = "options"

// option is the value of an option's constructor.
func (e *engine) option(row *model.Func, call *ssa.Call) Value {
	var elems []Value
	for _, pos := range []model.Pos{row.Value, row.Method} {
		if pos != model.None {
			elems = append(elems, e.at(call, pos))
		}
	}
	if row.Options != model.None {
		elems = append(elems, e.parserOptions(e.at(call, row.Options), libraryOf(call)))
	}
	check, ok := e.claimNamed(row, call)
	if !ok {
		return unknown("option " + row.Name + " names a claim out of view")
	}
	return Value{Kind: Opt, Elems: elems, Steps: []Step{{Pos: call.Pos(), Phrase: "option " + row.Name}},
		Option: &Option{Name: row.Name, Does: row.Does, Check: check, Empty: row.Empty, Absent: row.Absent}}
}

// at evaluates a call's operand at a model's position.
func (e *engine) at(call ssa.CallInstruction, pos model.Pos) Value {
	if v := operandAt(call.Common(), pos); v != nil {
		return e.eval(v, call.Pos())
	}
	return Value{Kind: Empty}
}

// operandAt returns a call's operand at a model's position, or nil.
func operandAt(common *ssa.CallCommon, pos model.Pos) ssa.Value {
	recv, args := ssax.Args(common)
	if pos == model.Recv {
		return recv
	}
	if i, ok := pos.IsArg(); ok && i < len(args) {
		return args[i]
	}
	return nil
}

// standard is the result of a function of the standard library.
func (e *engine) standard(row *std.Func, call *ssa.Call, index int) Value {
	recv, args := ssax.Args(call.Common())
	name := row.Path + "." + row.Name
	arg := func() Value {
		if row.Arg == std.Receiver {
			return e.eval(recv, call.Pos())
		}
		if row.Arg < len(args) {
			return e.eval(args[row.Arg], call.Pos())
		}
		return unknown(name)
	}
	if row.Does == std.Builds {
		return e.builds(name, recv, args, call.Pos())
	}
	if index > 0 && row.Does != std.Errors {
		return unknown("second result of " + name)
	}
	switch row.Does {
	case std.Passes:
		return arg()
	case std.Outside:
		return Value{Kind: Outside, Text: name, Steps: []Step{{Pos: call.Pos(), Phrase: "read with " + name}}}
	case std.Default:
		return e.orDefault(arg())
	case std.ReadsSetting:
		return e.setting(args[0], call.Pos())
	case std.FirstSet:
		v := e.eval(args[0], call.Pos())
		if v.Kind == List && len(v.Elems) > 0 {
			v = join(Either, v.Elems...)
			v.Text = Fallback
		}
		return v
	case std.Random:
		return Value{Kind: Random, Text: name}
	case std.Weak:
		return Value{Kind: Weak, Text: row.Path + " is predictable", Steps: []Step{{Pos: call.Pos(), Phrase: "taken from " + row.Path}}}
	case std.MakesKey:
		return e.generatedKey(arg(), call.Pos())
	case std.ParsesPrivate:
		return Value{Kind: Key, Names: []string{"private"}, Elems: []Value{arg()}}
	case std.ParsesPublic:
		return Value{Kind: Key, Elems: []Value{arg()}}
	}
	return unknown("result of " + name)
}

// setting is what a configuration library returns for a name: set from
// outside, or the default that this package gives it.
func (e *engine) setting(name ssa.Value, at token.Pos) Value {
	outside := Value{Kind: Outside, Text: "configuration", Steps: []Step{{Pos: at, Phrase: "read from the configuration"}}}
	c, ok := name.(*ssa.Const)
	if !ok || c.Value == nil {
		return outside
	}
	def := e.settings[strings.ToLower(constant.StringVal(c.Value))]
	if def == nil {
		return outside
	}
	_, args := ssax.Args(def.Common())
	return e.orDefault(e.eval(args[1], def.Pos()).via(def.Pos(), "made the default of a setting"))
}

// generatedKey is a fresh RSA key: weak below 2048 bits (NIST SP 800-131A).
func (e *engine) generatedKey(bits Value, pos token.Pos) Value {
	key := Value{Kind: Random, Text: "generated key"}
	switch bits.Text {
	case "512", "768", "1024", "1536":
		key = Value{Kind: Weak, Text: "RSA with " + bits.Text + " bits", Steps: []Step{{Pos: pos, Phrase: "generated with " + bits.Text + " bits"}}}
	}
	return Value{Kind: Key, Text: string(model.RSA), Names: []string{"private"}, Elems: []Value{key}}
}
