package flow

import (
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

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
	case model.Signs, model.Issues:
		if isText(resultType(call, index)) {
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
	case Claimed, Param, Literal:
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
	if v := OperandAt(call.Common(), pos); v != nil {
		return e.eval(v, call.Pos())
	}
	return Value{Kind: Empty}
}

// OperandAt returns a call's operand at a model's position, or nil.
func OperandAt(common *ssa.CallCommon, pos model.Pos) ssa.Value {
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
	case std.Digests:
		return digest(arg())
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
