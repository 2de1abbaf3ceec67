package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// function is the value of a function: known if it can serve as a keyfunc.
func (e *engine) function(v ssa.Value, at token.Pos) Value {
	fn, ok := v.(*ssa.Function)
	if mc, isClosure := v.(*ssa.MakeClosure); isClosure {
		fn, ok = mc.Fn.(*ssa.Function), true
	}
	if !ok || !isKeyfunc(fn.Signature) {
		return unknown("function")
	}
	obj := ssax.Object(fn)
	if lib := e.row(obj); lib != nil {
		return e.libraryKeyfunc(obj)
	}
	if callee := e.source(fn); callee != nil {
		return Value{Kind: Function, Keyfunc: e.keyfuncOf(callee)}
	}
	if fact := e.fact(obj); fact != nil && fact.Keyfunc != nil {
		return placed(Value{Kind: Function, Keyfunc: fact.Keyfunc}, at)
	}
	return unknown("keyfunc out of view")
}

// isKeyfunc reports whether a signature is that of a keyfunc: a token in, a
// key and an error out.
func isKeyfunc(sig *types.Signature) bool {
	if isCallback(sig) {
		return true
	}
	if sig.Params().Len() != 1 || sig.Results().Len() != 2 {
		return false
	}
	row, _ := jwt.TypeOf(sig.Params().At(0).Type())
	return row != nil && row.Is == model.IsToken && ssax.IsError(sig.Results().At(1).Type())
}

// libraryKeyfunc is a key set's keyfunc: it pins if it holds every
// token to the algorithm that its key declares.
func (e *engine) libraryKeyfunc(obj *types.Func) Value {
	ret := KeyReturn{Key: unknown("key of a key set")}
	if row := e.row(obj); row != nil && (row.Does == model.SelectsKey || row.Does == model.MakesKeyfunc) {
		if row.ByKey {
			ret.Pin = Pinned
		}
	} else {
		ret.Pin = PinUnseen
	}
	return Value{Kind: Function, Keyfunc: &Keyfunc{Name: calleeName(obj), Returns: []KeyReturn{ret}}}
}

// keyfuncOf summarises a keyfunc of this package.
func (e *engine) keyfuncOf(fn *ssa.Function) *Keyfunc {
	return remember(e, keyfuncOf, e.keyfuncs, fn, new(Keyfunc), func() *Keyfunc {
		k := &Keyfunc{Name: fn.Name()}
		if fn.Object() == nil {
			k.Name = "the function literal"
		}
		for _, way := range e.returns(fn) {
			if refuses(way, fn.Signature) {
				continue
			}
			for _, r := range e.keyReturns(way) {
				k.add(r)
			}
		}
		return k
	})
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// keyReturns is what one way out of a keyfunc returns. Where it returns the
// results of a helper that gets the token, the helper's ways take its place.
func (e *engine) keyReturns(way ret) []KeyReturn {
	pin, allowed := e.pinAt(way.block)
	one := e.oneLeft(way.block) || pin == Pinned && e.oneEach(way.block)
	if inner, ok := e.delegated(way); ok {
		for i := range inner {
			inner[i].Pin = max(inner[i].Pin, pin)
			inner[i].Allowed = append(inner[i].Allowed, allowed...)
			inner[i].Bound = inner[i].Bound || one
			inner[i].Pos = way.pos
		}
		return inner
	}
	out := KeyReturn{Pos: way.pos, Key: e.eval(way.results[0], way.pos), Pin: pin, Allowed: allowed}
	out.Tested = e.testedBefore(out.Key, way.block)
	if isCallback(way.block.Parent().Signature) && isNil(way.results[0]) {
		out.Key = Value{Kind: AcceptsNone}
	}
	out.Bound = one || narrowed(way.results[0]) && ofOneFamily(allowed)
	out.place = e.placeOf(way.results[0], 0)
	e.keepPlace(out.place)
	out.Family = familyOf(way.results[0])
	if out.Family == "" {
		e.families(way.results[0], make(map[ssa.Value]bool), &out.Families)
		slices.Sort(out.Families)
		out.Families = slices.Compact(out.Families)
	}
	if e.choosesOutOfView(way.results[0], 0) {
		out.Pin = max(out.Pin, PinUnseen)
		out.Bound = out.Bound || out.Family == "" // To what has chosen it.
	}
	return []KeyReturn{out}
}

// ofOneFamily reports whether there are algorithms in a list, all for the same
// kind of key.
func ofOneFamily(names []string) bool {
	family := func(name string) model.Family {
		if f := FamilyOfMethod(name); f != "" {
			return f
		}
		return model.Family(name)
	}
	return len(names) > 0 && !slices.ContainsFunc(names, func(name string) bool { return family(name) != family(names[0]) })
}

// delegated finds the helper of this package, with the token among its
// operands, whose results a way returns as its own.
func (e *engine) delegated(way ret) ([]KeyReturn, bool) {
	call, ok := tupleOf(way.results[0]).(*ssa.Call)
	if !ok || call.Call.Signature().Results().Len() != 2 {
		return nil, false
	}
	carries := false
	for _, arg := range call.Call.Args {
		carries = carries || e.mayCarryAlg(arg)
	}
	callee := e.source(call.Common().StaticCallee())
	if callee == nil || !carries {
		return nil, false
	}
	var out []KeyReturn
	for _, r := range e.keyfuncOf(callee).Returns {
		r.Key = e.instantiate(r.Key, callee, call)
		out = append(out, r)
	}
	return out, len(out) > 0
}

// choosesOutOfView reports whether the key comes from a function out of view
// that gets the token, or the algorithm, and so may test it.
func (e *engine) choosesOutOfView(key ssa.Value, depth int) bool {
	if x := unwrap(key); x != nil && depth < 8 {
		return e.choosesOutOfView(x, depth+1)
	}
	if phi, ok := key.(*ssa.Phi); ok && depth < 8 {
		for _, edge := range phi.Edges {
			if e.choosesOutOfView(edge, depth+1) {
				return true
			}
		}
	}
	call, ok := tupleOf(key).(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssax.Callee(call.Common())
	if std.Of(fn) != nil || e.source(call.Common().StaticCallee()) != nil {
		return false
	}
	if row := e.row(fn); row != nil {
		return row.Does == model.SelectsKey && row.ByKey
	}
	for _, arg := range call.Call.Args {
		if e.mayCarryAlg(arg) {
			return true
		}
	}
	return false
}

// familyOf is the kind of key that a value's static type makes it, "" for an
// interface.
func familyOf(v ssa.Value) model.Family {
	for {
		mi, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v = mi.X
	}
	return FamilyOfType(v.Type())
}

// families collects the kinds of key that an interface value may hold, by the
// types that are put into it.
func (e *engine) families(v ssa.Value, seen map[ssa.Value]bool, out *[]model.Family) {
	if seen[v] {
		return
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.MakeInterface:
		if family := FamilyOfType(v.X.Type()); family != "" {
			*out = append(*out, family)
		}
	case *ssa.ChangeInterface:
		e.families(v.X, seen, out)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			e.families(edge, seen, out)
		}
	case *ssa.FreeVar:
		for _, captured := range e.captured(v) {
			e.families(captured, seen, out)
		}
	case *ssa.Alloc, *ssa.Global, *ssa.FieldAddr:
		for _, store := range e.storesTo(v) {
			e.families(store.Val, seen, out)
		}
	case *ssa.UnOp:
		e.families(v.X, seen, out)
	}
}

// FamilyOfType is the kind of key that values of a type are, "" if that is open.
func FamilyOfType(t types.Type) model.Family {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil {
		switch named.Obj().Pkg().Path() {
		case "crypto/rsa":
			return model.RSA
		case "crypto/ecdsa":
			return model.ECDSA
		case "crypto/ed25519":
			return model.EdDSA
		}
	}
	if s, ok := t.Underlying().(*types.Slice); ok && types.Identical(s.Elem().Underlying(), types.Typ[types.Byte]) {
		return model.HMAC
	}
	return ""
}
