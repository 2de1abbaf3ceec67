package flow

import (
	"go/types"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Some libraries take, where others take a key, a function that gets the
// token's header and its payload and returns the key. It serves as a keyfunc
// that has one result: an error among its values refuses the token.

// isCallback reports whether a signature is that of such a function.
func isCallback(sig *types.Signature) bool {
	if sig.Params().Len() != 2 || sig.Results().Len() != 1 || sig.Variadic() {
		return false
	}
	header, ok := sig.Params().At(0).Type().Underlying().(*types.Map)
	return ok && isString(header.Key()) && isAny(header.Elem()) && isString(sig.Params().At(1).Type()) && isAny(sig.Results().At(0).Type())
}

func isString(t types.Type) bool { return types.Identical(t, types.Typ[types.String]) }

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// callback is the function behind a key's operand, nil if that is a key.
func callback(key ssa.Value, lib *model.Library) ssa.Value {
	if lib == nil || !lib.Callback {
		return nil
	}
	for v := key; v != nil; v = unwrap(v) {
		if sig, ok := v.Type().Underlying().(*types.Signature); ok && isCallback(sig) {
			return v
		}
	}
	return nil
}

// header reports whether a parameter is the token's header: the first one of
// a function that can only be a callback.
func (e *engine) header(p *ssa.Parameter) bool {
	fn := p.Parent()
	if !isCallback(fn.Signature) || fn.Signature.Recv() != nil || p != fn.Params[0] || len(e.calls[fn]) > 0 {
		return false
	}
	for _, imp := range e.pass.Pkg.Imports() {
		if lib := jwt.LibraryOf(imp.Path()); lib != nil && lib.Callback {
			return true
		}
	}
	return false
}

// refuses reports whether a way out of a keyfunc gives no key: it returns an
// error, as such or in place of the key.
func refuses(way ret, sig *types.Signature) bool {
	if way.fails || len(way.results) != sig.Results().Len() {
		return true
	}
	if !isCallback(sig) {
		return isNil(way.results[0])
	}
	v := way.results[0]
	for x := v; x != nil; x = unwrap(x) {
		if types.Implements(x.Type(), types.Universe.Lookup("error").Type().Underlying().(*types.Interface)) {
			return true
		}
	}
	return false
}

// narrowed reports whether a key is what a type assertion makes of a value that
// may be of several kinds: it serves the algorithms of its own kind only.
func narrowed(key ssa.Value) bool {
	for v := key; v != nil; v = unwrap(v) {
		if ex, ok := v.(*ssa.Extract); ok {
			v = ex.Tuple
		}
		if t, ok := v.(*ssa.TypeAssert); ok {
			return !types.IsInterface(t.AssertedType)
		}
	}
	return false
}

// loose reports whether the version in use lets a key of the wrong kind pass.
func (e *engine) loose(call ssa.CallInstruction, lib *model.Library) bool {
	version := e.version(ssax.Callee(call.Common()).Pkg())
	return lib.LooseUntil != "" && version != "" && semver.Compare(version, lib.LooseUntil) < 0
}

// pinnedKey is a keyfunc that the library makes of a key and its algorithm.
func (e *engine) pinnedKey(row *model.Func, call *ssa.Call) Value {
	ret := KeyReturn{Pos: call.Pos(), Key: e.at(call, row.Key), Pin: Pinned, Allowed: methodNames(e.at(call, row.Method))}
	if key := OperandAt(call.Common(), row.Key); key != nil {
		ret.Family = familyOf(key)
	}
	return Value{Kind: Function, Keyfunc: &Keyfunc{Name: row.Name, Returns: []KeyReturn{ret}}}
}
