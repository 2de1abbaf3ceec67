package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Libraries that take the key as an option. Such an option becomes a Keyfunc
// that returns the key, so that the rules ask the same questions of it as of a
// function that selects one.

// handed is the result of a function that hands a key or an algorithm on.
func (e *engine) handed(row *model.Func, call *ssa.Call, index int) Value {
	switch {
	case row.Does == model.HandsKey:
		return e.handedKey(row, call)
	case row.Does == model.ReturnsMethod:
		return Value{Kind: Method, Text: row.Alg}
	case index == 0:
		return e.at(call, row.Key)
	}
	return e.modelledOther(call, index)
}

// handedKey is the value of an option that hands a key over: its operands are
// the key and the algorithm that the key goes with.
func (e *engine) handedKey(row *model.Func, call *ssa.Call) Value {
	opt := &Option{Name: row.Name, Does: row.Does, ByKey: row.ByKey}
	key, method := unknown("key of "+row.Name), unknown("algorithm of "+row.Name)
	if v := OperandAt(call.Common(), row.Key); v != nil {
		key, opt.Family = e.eval(v, call.Pos()), familyOf(v)
		if provider, ok := e.provider(v); ok {
			key = provider
		}
	}
	switch {
	case row.Alg != "":
		method = Value{Kind: Method, Text: row.Alg}
	case row.Method != model.None:
		method = e.testedMethod(OperandAt(call.Common(), row.Method), call)
	}
	return Value{Kind: Opt, Option: opt, Elems: []Value{key, method},
		Steps: []Step{{Pos: call.Pos(), Phrase: "option " + row.Name}}}
}

// takeKey sets the keyfunc of a site whose library takes the key among its
// options, once these have changed. Without a key, or with the signature
// switched off, nothing is verified.
func (s *Site) takeKey() {
	if !s.KeyInOptions {
		return
	}
	if always, _ := s.SignatureOff(); always {
		s.Keyfunc = Value{Kind: Empty}
		return
	}
	s.Keyfunc = keyAmong(s.Options)
	if refusing(s.library) {
		s.Keyfunc = refusedEmpty(s.Keyfunc)
	}
}

// refusedEmpty is a keyfunc whose library refuses an empty key.
func refusedEmpty(v Value) Value {
	switch v.Kind {
	case Either, Writers:
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = refusedEmpty(elem)
		}
		v.Elems = elems
	case Function:
		k := &Keyfunc{Name: v.Keyfunc.Name, Returns: slices.Clone(v.Keyfunc.Returns)}
		for i := range k.Returns {
			k.Returns[i].NonEmpty = true
		}
		v.Keyfunc = k
	}
	return v
}

// takesKeyOptions reports whether a library takes keys as options.
func takesKeyOptions(lib *model.Library) bool {
	return slices.ContainsFunc(lib.Funcs, func(row model.Func) bool { return row.Does == model.HandsKey })
}

// keyAmong is the keyfunc that a list of options stands for.
func keyAmong(options Value) Value {
	var found []Value
	switch options.Kind {
	case List, Either, Writers:
		for _, elem := range options.Elems {
			if key := keyAmong(elem); key.Kind != Empty {
				found = append(found, key.Alternatives()...)
			}
		}
	case Spread:
		return keyAmong(options.Elems[0])
	case Opt:
		return keyOfOption(options)
	case Empty:
	default:
		return unknown("options out of view")
	}
	if len(found) == 0 {
		return Value{Kind: Empty}
	}
	return join(Either, found...)
}

// keyOfOption is the keyfunc that one option stands for, Empty if it is none
// that hands a key over.
func keyOfOption(v Value) Value {
	if v.Option.Does != model.HandsKey {
		return Value{Kind: Empty}
	}
	key, method := v.Elems[0], v.Elems[1]
	if key.Kind == Function {
		return key // A provider: it says which algorithm goes with which key.
	}
	ret := boundTo(method)
	if v.Option.ByKey {
		ret.Pin = Pinned
	}
	ret.Key, ret.Family = key, v.Option.Family
	if ret.Family == "" && len(ret.Allowed) == 1 {
		ret.Family = FamilyOfMethod(ret.Allowed[0])
	}
	if len(v.Steps) > 0 {
		ret.Pos = v.Steps[0].Pos
	}
	return Value{Kind: Function, Keyfunc: &Keyfunc{Name: v.Option.Name, Returns: []KeyReturn{ret}}}
}

// boundTo is a key that goes with an algorithm: it is pinned, unless the
// token's own header names it.
func boundTo(method Value) KeyReturn {
	out := KeyReturn{Pin: Pinned, Bound: true, Allowed: methodNames(method)}
	for _, alt := range method.Alternatives() {
		switch alt.Kind {
		case Claimed:
			return KeyReturn{Pin: Unpinned}
		case Unknown:
			out.Pin = PinUnseen
		}
	}
	return out
}

// provider is the keyfunc of a function that hands keys to a sink, given as an
// operand by itself or as the method of a value.
func (e *engine) provider(v ssa.Value) (Value, bool) {
	for x := unwrap(v); x != nil; x = unwrap(v) {
		v = x
	}
	fn, _ := v.(*ssa.Function)
	if mc, ok := v.(*ssa.MakeClosure); ok {
		fn = mc.Fn.(*ssa.Function)
	}
	if fn == nil {
		fn = e.providerMethod(v.Type())
	}
	if fn = e.source(fn); fn == nil || !takesSink(fn.Signature) {
		return Value{}, false
	}
	k := &Keyfunc{Name: fn.Name()}
	if fn.Object() == nil {
		k.Name = "the function literal"
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				e.sunkKey(call, k)
			}
		}
	}
	return Value{Kind: Function, Keyfunc: k}, len(k.Returns) > 0
}

// sunkKey adds the key that a call hands to a sink.
func (e *engine) sunkKey(call *ssa.Call, k *Keyfunc) {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil || row.Does != model.SinksKey {
		return
	}
	key := OperandAt(call.Common(), row.Key)
	ret := boundTo(e.at(call, row.Method))
	ret.Pos, ret.Key, ret.Family = call.Pos(), e.eval(key, call.Pos()), familyOf(key)
	if pin, allowed := e.pinAt(call.Block()); pin > ret.Pin {
		ret.Pin, ret.Allowed = pin, allowed
	}
	k.add(ret)
}

// providerMethod is the method of a type of this package that gets a sink.
func (e *engine) providerMethod(t types.Type) *ssa.Function {
	methods := types.NewMethodSet(t)
	for i := range methods.Len() {
		fn, ok := methods.At(i).Obj().(*types.Func)
		if ok && fn.Pkg() == e.pass.Pkg && takesSink(fn.Signature()) {
			return e.pkg.Prog.FuncValue(fn)
		}
	}
	return nil
}

// takesSink reports whether one of a function's parameters takes keys.
func takesSink(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if row, _ := jwt.TypeOf(p.Type()); row != nil && row.Is == model.IsKeySink {
			return true
		}
	}
	return false
}

// keysHanded are the keys among the options of a call that signs; those of one
// that verifies belong to its site.
func (e *engine) keysHanded(row *model.Func, call ssa.CallInstruction) []*KeyUse {
	if row.Does != model.Signs || row.Options == model.None {
		return nil
	}
	var out []*KeyUse
	for _, alt := range keyAmong(e.at(call, row.Options)).Alternatives() {
		if alt.Kind != Function {
			continue
		}
		for _, r := range alt.Keyfunc.Returns {
			use := &KeyUse{Pos: call.Pos(), Signs: true, Key: r.Key, Family: r.Family, NonEmpty: refusing(libraryOf(call))}
			if len(r.Allowed) == 1 {
				use.Method = r.Allowed[0]
			}
			out = append(out, use)
		}
	}
	return out
}

// issueUnsigned is a call that issues a token without a signature, because an
// option says so.
func (e *engine) issueUnsigned(row *model.Func, call ssa.CallInstruction) *Issue {
	for _, alt := range keyAmong(e.at(call, row.Options)).Alternatives() {
		if alt.Kind == Function && len(alt.Keyfunc.Returns) > 0 && strings.EqualFold(strings.Join(alt.Keyfunc.Returns[0].Allowed, ""), "none") {
			pos, _ := e.span(call)
			return &Issue{Pos: pos, Method: Value{Kind: Method, Text: "none"}, Claims: OperandAt(call.Common(), row.Claims), call: call}
		}
	}
	return nil
}
