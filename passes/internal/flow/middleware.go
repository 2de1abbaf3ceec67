package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// middlewareSites is a call that makes a middleware: the site verifies as the
// settings say. There is none where a function of the program's own verifies
// instead, which has sites of its own.
func (e *engine) middlewareSites(row *model.Func, fn *types.Func, call ssa.CallInstruction) []*Site {
	s := &Site{Name: calleeName(fn), call: call, library: jwt.LibraryOf(fn.Pkg().Path()), ClaimsParam: -1, Behind: true}
	s.Library = s.library.Name
	s.Pos, s.End = e.span(call)
	s.root = s.Pos
	s.Options, s.Answered = e.optionsOfRow(row, call, s.library), e.answered(call)
	if row.Settings == model.None {
		s.Keyfunc = e.givenKey(row, fn, call)
		s.claims = e.claimsMadeBy(OperandAt(call.Common(), row.Claims))
		return []*Site{s}
	}
	set := e.settingsOf(s.library, OperandAt(call.Common(), row.Settings))
	if set.takenOver() {
		return nil
	}
	s.Hooked = set.hooked()
	keyfunc, own := set.keyfunc(s)
	s.Keyfunc = keyfunc
	s.Options = listOf(append([]Value{{Kind: Spread, Elems: []Value{s.Options}}}, set.options(own)...)...)
	return []*Site{s}
}

// optionsOfRow is the list of options that a call is given, or that what it is
// given was built with, and one for each claim that it checks by itself.
func (e *engine) optionsOfRow(row *model.Func, call ssa.CallInstruction, lib *model.Library) Value {
	var elems []Value
	if recv, _ := ssax.Args(call.Common()); recv != nil && takesOptions(recv.Type()) {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{e.parserOptions(e.parserAt(recv, call.Pos()), lib)}})
	}
	if row.Options != model.None {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{e.optionsAt(row, call, lib)}})
	}
	elems = append(elems, enforcing(row)...)
	if row.Method != model.None {
		opt := &Option{Name: row.Name, Does: model.Enforces, Check: model.Alg}
		elems = append(elems, Value{Kind: Opt, Option: opt, Elems: []Value{oneOf(e.at(call, row.Method))}})
	}
	return listOf(elems...)
}

// optionsAt is the list of options that a call is given, or those of what was
// built with them.
func (e *engine) optionsAt(row *model.Func, call ssa.CallInstruction, lib *model.Library) Value {
	opts := e.at(call, row.Options)
	if v := OperandAt(call.Common(), row.Options); v != nil {
		if _, list := v.Type().Underlying().(*types.Slice); !list {
			return e.parserOptions(opts, lib)
		}
	}
	return e.optionsAmong(opts, lib)
}

// givenKey is the keyfunc that a call is given, or one that stands for the key
// that it is given.
func (e *engine) givenKey(row *model.Func, fn *types.Func, call ssa.CallInstruction) Value {
	key := OperandAt(call.Common(), row.Key)
	if key == nil {
		return unknown("key of " + calleeName(fn))
	}
	sig, ok := key.Type().Underlying().(*types.Signature)
	if ok && isKeyfunc(sig) {
		return e.eval(key, call.Pos())
	}
	out := &Keyfunc{Name: calleeName(fn)}
	if ok {
		out.Returns = e.keysFrom(key)
	} else {
		out.add(KeyReturn{Pos: call.Pos(), Key: e.eval(key, call.Pos()), Family: keyFamily(key)})
	}
	if len(out.Returns) == 0 {
		return unknown("key of " + calleeName(fn))
	}
	for i := range out.Returns {
		r := &out.Returns[i]
		switch {
		case slices.Contains(row.Checks, model.Alg):
			r.Pin = Pinned
		case row.Family != "":
			r.Pin, r.Allowed = Pinned, []string{string(row.Family)}
		}
	}
	return Value{Kind: Function, Keyfunc: out}
}

// claimsMadeBy is what a function in view returns, which makes the claims that the
// middleware decodes to; nil if it does not say.
func (e *engine) claimsMadeBy(v ssa.Value) ssa.Value {
	for v != nil {
		fn, _ := v.(*ssa.Function)
		if mc, ok := v.(*ssa.MakeClosure); ok {
			fn = mc.Fn.(*ssa.Function)
		}
		if fn = e.source(fn); fn != nil {
			for _, way := range e.returns(fn) {
				if len(way.results) == 1 {
					return way.results[0]
				}
			}
			return nil
		}
		v = unwrap(v)
	}
	return nil
}

// keysFrom lists the keys that a function in view returns, whatever it is
// given. A parameter stands for what the calls in this package hand over.
func (e *engine) keysFrom(v ssa.Value) []KeyReturn { return e.keysOf(v, 0) }

func (e *engine) keysOf(v ssa.Value, depth int) []KeyReturn {
	for x := unwrap(v); x != nil; x = unwrap(v) {
		v = x
	}
	var out []KeyReturn
	if p, ok := v.(*ssa.Parameter); ok && depth < maxSettingsDepth {
		for _, call := range e.calls[p.Parent()] {
			if arg := operand(call.Common(), paramIndex(p)); arg != nil {
				out = append(out, e.keysOf(arg, depth+1)...)
			}
		}
		return out
	}
	fn, _ := v.(*ssa.Function)
	if mc, ok := v.(*ssa.MakeClosure); ok {
		fn = mc.Fn.(*ssa.Function)
	}
	if fn = e.source(fn); fn == nil {
		return nil
	}
	for _, way := range e.returns(fn) {
		if !way.fails && len(way.results) > 0 && !isNil(way.results[0]) {
			key := way.results[0]
			out = append(out, KeyReturn{Pos: way.pos, Key: e.eval(key, way.pos), Family: keyFamily(key)})
		}
	}
	return out
}

// keyFamily is familyOf, with text taken for a secret.
func keyFamily(v ssa.Value) model.Family {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		v = mi.X
	}
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		return model.HMAC
	}
	return familyOf(v)
}

// bodyInView reports whether a function value is one of the main module's, whose
// checks are known from here or from its package's fact.
func (e *engine) bodyInView(v ssa.Value) bool {
	for x := unwrap(v); x != nil; x = unwrap(v) {
		v = x
	}
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.Parameter:
		return e.operandsInView(v)
	case *ssa.MakeClosure, *ssa.Function:
		fn, ok := v.(*ssa.Function)
		if !ok {
			fn = v.(*ssa.MakeClosure).Fn.(*ssa.Function)
		}
		return e.source(fn) != nil || ssax.Object(fn) != nil && e.reaches(ssax.Object(fn).Pkg())
	case *ssa.Call:
		callee := e.source(v.Common().StaticCallee())
		if callee == nil {
			return false
		}
		for _, ret := range e.returns(callee) {
			if len(ret.results) == 0 || !e.bodyInView(ret.results[0]) {
				return false
			}
		}
		return true
	}
	return false
}

// operandsInView is bodyInView of all that a function of this package's own is
// called with.
func (e *engine) operandsInView(p *ssa.Parameter) bool {
	calls, obj := e.calls[p.Parent()], p.Parent().Object()
	if len(calls) == 0 || obj == nil || obj.Exported() {
		return false
	}
	for _, call := range calls {
		if arg := operand(call.Common(), paramIndex(p)); arg == nil || arg == p || !e.bodyInView(arg) {
			return false
		}
	}
	return true
}

// reaches reports whether a package of the main module can see tokens.
func (e *engine) reaches(pkg *types.Package) bool {
	return pkg != nil && e.pass.ImportPackageFact(pkg, new(PackageFact))
}
