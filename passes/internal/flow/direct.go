package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Some libraries take the key itself and not a keyfunc, and some read a token
// first and verify it later. The key is then one that a keyfunc returns: what
// has been tested on the way to the verifying call is what that keyfunc tests.

// keyAt is the keyfunc of a verifying call, or one that stands for its key.
func (e *engine) keyAt(row *model.Func, call ssa.CallInstruction, lib *model.Library) Value {
	key := OperandAt(call.Common(), row.Key)
	if key != nil {
		if _, ok := key.Type().Underlying().(*types.Signature); ok {
			return e.eval(key, call.Pos())
		}
		if fn := callback(key, lib); fn != nil {
			return e.eval(fn, call.Pos())
		}
	}
	returns := []KeyReturn{{Key: unknown("key of the library"), Pin: PinUnseen}}
	if key != nil {
		returns = e.keyReturns(ret{block: call.Block(), results: []ssa.Value{key}, pos: call.Pos()})
	}
	for i := range returns {
		r := &returns[i]
		r.Pos = token.NoPos // That of the site itself.
		if lib != nil && lib.NilIsNone && key != nil && isNil(key) && r.Pin < Pinned {
			r.Key = Value{Kind: AcceptsNone}
		}
		if lib != nil && lib.Callback && r.Family == "" && r.Pin == Unpinned && (r.Key.Kind == Param || r.Key.Kind == Unknown) {
			r.Pin = PinUnseen // It may be a function that has seen the header.
		}
		r.Typed = r.Typed || key != nil && carriesKind(key)
		r.NonEmpty = refusing(lib) || key != nil && refusesEmpty(key, call.Block(), 0)
		if slices.Contains(row.Checks, model.Alg) {
			r.Pin = Pinned
			r.Allowed = append(r.Allowed, methodNames(e.at(call, row.Method))...)
		} else if r.Pin == Unpinned && (e.leavesByAlg(call.Block()) || e.fromCallback(key, 0)) {
			r.Pin = PinUnseen
		}
	}
	return Value{Kind: Function, Keyfunc: &Keyfunc{Name: row.Name, Returns: returns}}
}

// fromCallback reports whether a key comes out of a function that is not in
// view: like a keyfunc it may have seen the algorithm, and refused it.
func (e *engine) fromCallback(key ssa.Value, depth int) bool {
	const deepest = 8
	if depth > deepest {
		return false
	}
	switch v := key.(type) {
	case *ssa.Extract:
		return e.fromCallback(v.Tuple, depth+1)
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(edge ssa.Value) bool { return e.fromCallback(edge, depth+1) })
	case *ssa.Call:
		if v.Call.IsInvoke() {
			return false
		}
		if v.Call.StaticCallee() == nil {
			_, builtin := v.Call.Value.(*ssa.Builtin)
			return !builtin
		}
		// What only passes a key on.
		return len(v.Call.Args) == 1 && e.fromCallback(v.Call.Args[0], depth+1)
	}
	if inner := unwrap(key); inner != nil {
		return e.fromCallback(inner, depth+1)
	}
	return false
}

// carriesKind reports whether a key's static type is a library's own for keys
// of all kinds, or a set of such.
func carriesKind(key ssa.Value) bool {
	for x := unwrap(key); x != nil; x = unwrap(key) {
		key = x
	}
	row, _ := jwt.TypeOf(key.Type())
	return row != nil && (row.Is == model.IsKey || row.Is == model.IsKeySet)
}

// refusing reports whether a library refuses an empty HMAC key by itself.
func refusing(lib *model.Library) bool { return lib != nil && lib.RefusesEmpty }

// leavesByAlg reports whether a test of the algorithm turns some way aside
// that does not come to the block. In a loop over several headers no single test
// lies on every way.
func (e *engine) leavesByAlg(target *ssa.BasicBlock) bool {
	for _, b := range target.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		t := e.algTest(branch.Cond, 0)
		yes, no := ssax.Sides(b)
		if t.yes == Pinned && yes.Has(target) && !no.Has(target) || t.no == Pinned && no.Has(target) && !yes.Has(target) {
			return true
		}
		if (t.yes == Pinned || t.no == Pinned) && ssax.Decides(b) && (yes.Has(target) || no.Has(target)) {
			return true
		}
	}
	return false
}

// pinnedBefore is a keyfunc whose token a caller has tested before it handed
// it over.
func (e *engine) pinnedBefore(keyfunc Value, call ssa.CallInstruction) Value {
	if keyfunc.Kind != Function {
		return keyfunc
	}
	pin, allowed := e.pinAt(call.Block())
	k := &Keyfunc{Name: keyfunc.Keyfunc.Name}
	for _, r := range keyfunc.Keyfunc.Returns {
		r.Pin, r.Allowed = max(r.Pin, pin), append(slices.Clip(r.Allowed), allowed...)
		k.Returns = append(k.Returns, r)
	}
	keyfunc.Keyfunc = k
	return keyfunc
}

// parserAt is what verifies a token: a parser, or the parsed token itself, as
// far as it is in view here.
func (e *engine) parserAt(recv ssa.Value, at token.Pos) Value {
	if load, ok := recv.(*ssa.UnOp); ok && load.Op == token.MUL {
		recv = load.X
	}
	if p, ok := recv.(*ssa.Parameter); ok && isParsed(p.Type()) {
		return Value{Kind: Param, Index: paramIndex(p), owner: p.Parent()}
	}
	return e.eval(recv, at)
}

// verifiesItself reports whether a call is a method of a parsed token.
func verifiesItself(call ssa.CallInstruction) bool {
	recv, _ := ssax.Args(call.Common())
	return recv != nil && isParsed(recv.Type())
}

// takesOptions reports whether values of a type have taken options that decide
// how they verify: parsers, and parsed tokens.
func takesOptions(t types.Type) bool {
	row, _ := jwt.TypeOf(t)
	return row != nil && (row.Is == model.IsParser || row.Is == model.IsParsed)
}

// isParsed reports whether values of a type are tokens that verify themselves.
func isParsed(t types.Type) bool {
	row, _ := jwt.TypeOf(t)
	return row != nil && row.Is == model.IsParsed
}

// bare reports whether a verifying call hands out no claims: neither its
// results nor its operand hold any.
func bare(claims ssa.Value, call ssa.CallInstruction) bool {
	if c, ok := claims.(*ssa.Const); ok && c.IsNil() {
		return true
	}
	if claims != nil {
		return false
	}
	for r := range call.Common().Signature().Results().Variables() {
		if _, ok := ClaimedType(r.Type()); ok && !isParsed(r.Type()) {
			return false
		}
	}
	return true
}

// validating is what a call that checks claims expects of them: the fields of a
// struct that it is given, or options.
func (t *tracker) validating(call *ssa.Call, row *model.Func) (Value, bool) {
	switch {
	case row.Settings != model.None:
		return t.parserOptions(t.at(call, row.Settings), libraryOf(call)), true
	case row.Options != model.None:
		return t.at(call, row.Options), true
	}
	return Value{}, false
}

// validation compares the claims with what is expected of them; it counts if
// the outcome decides.
func (t *tracker) validation(call *ssa.Call, options Value) {
	use := EnforcedBy(options, t.claim)
	if use.Unseen {
		t.found(Unseen, call.Pos())
	}
	if len(use.Found) == 0 {
		return
	}
	before := t.best
	t.decided(call, call.Pos())
	if t.best.State == Checked {
		t.later = append(t.later, Value{Kind: Spread, Elems: []Value{options}})
	}
	t.best = before
}

// keyIn is one key of a struct that holds keys, and what it is for, "" if open.
type keyIn struct {
	value Value
	alg   string
}

// keysIn takes a set of keys apart, and structs that hold a key.
func keysIn(key Value) []keyIn {
	var out []keyIn
	switch {
	case key.Kind == Struct && slices.Contains(key.Names, "Keys"):
		if keys := key.Field("Keys"); keys.Kind == List {
			for _, elem := range keys.Elems {
				out = append(out, keysIn(elem)...)
			}
			return out
		}
		return keysIn(key.Field("Keys"))
	case key.Kind == Struct && slices.Contains(key.Names, "Key"):
		for _, inner := range keysIn(key.Field("Key")) {
			if alg := key.Field("Algorithm"); alg.Kind == Literal && inner.alg == "" {
				inner.alg = alg.Text
			}
			out = append(out, inner)
		}
		return out
	case (key.Kind == List || key.Kind == Either) && key.Has(isStruct):
		for _, elem := range key.Elems {
			out = append(out, keysIn(elem)...)
		}
		return out
	}
	return []keyIn{{value: key}}
}

// each is one use for every key in the value.
func (k *KeyUse) each() []*KeyUse {
	var out []*KeyUse
	for _, key := range keysIn(k.Key) {
		use := *k
		use.Key = key.value
		if use.Method == "" {
			use.Method = key.alg
		}
		if use.Family == "" && key.alg != "" {
			use.Family = FamilyOfMethod(key.alg)
		}
		out = append(out, &use)
	}
	return out
}
