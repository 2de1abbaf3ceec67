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
		s.claims = e.claimsMadeBy(operandAt(call.Common(), row.Claims))
		return []*Site{s}
	}
	set := e.settingsOf(s.library, operandAt(call.Common(), row.Settings))
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
		opts := e.optionsAmong(e.at(call, row.Options), lib)
		if opts.Has(isStruct) || opts.Kind == Param {
			opts = e.parserOptions(opts, lib)
		}
		elems = append(elems, Value{Kind: Spread, Elems: []Value{opts}})
	}
	elems = append(elems, enforcing(row)...)
	if row.Method != model.None {
		opt := &Option{Name: row.Name, Does: model.Enforces, Check: model.Alg}
		elems = append(elems, Value{Kind: Opt, Option: opt, Elems: []Value{oneOf(e.at(call, row.Method))}})
	}
	return listOf(elems...)
}

// givenKey is the keyfunc that a call is given, or one that stands for the key
// that it is given.
func (e *engine) givenKey(row *model.Func, fn *types.Func, call ssa.CallInstruction) Value {
	key := operandAt(call.Common(), row.Key)
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

// keysFrom lists the keys that a function in view returns, whatever it is given.
func (e *engine) keysFrom(v ssa.Value) []KeyReturn {
	for x := unwrap(v); x != nil; x = unwrap(v) {
		v = x
	}
	fn, _ := v.(*ssa.Function)
	if mc, ok := v.(*ssa.MakeClosure); ok {
		fn = mc.Fn.(*ssa.Function)
	}
	if fn = e.source(fn); fn == nil {
		return nil
	}
	var out []KeyReturn
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

// takenOver reports whether a function of the program's own verifies.
func (s *settings) takenOver() bool {
	for _, row := range s.rows(model.Verifies) {
		if s.value(row.Name).Kind != Empty {
			return true
		}
	}
	return false
}

// hooked reports whether a function that may check claims is called and its
// body is out of view.
func (s *settings) hooked() bool {
	for _, row := range s.rows(model.SeesClaims) {
		stores, _ := s.field(row.Name)
		for _, store := range stores {
			if !s.e.bodyInView(store.Val) {
				return true
			}
		}
	}
	return s.open
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

// reaches reports whether a package of the main module can see tokens.
func (e *engine) reaches(pkg *types.Package) bool {
	return pkg != nil && e.pass.ImportPackageFact(pkg, new(PackageFact))
}

// keyfunc is the keyfunc of the settings, or one that stands for their keys;
// own reports whether it is the program's own.
func (s *settings) keyfunc(site *Site) (keyfunc Value, own bool) {
	for _, row := range s.rows(model.SelectsKey) {
		v := s.value(row.Name)
		if v.Kind == Empty {
			continue
		}
		if v.Kind == List || v.Kind == Literal {
			v = unknown("keys of a key set") // Addresses of some.
		}
		return v, true
	}
	if s.open {
		return unknown("settings out of view"), false
	}
	out := &Keyfunc{Name: site.Name}
	for _, r := range s.keys(0) {
		out.add(r)
	}
	if len(out.Returns) == 0 {
		return Value{Kind: Empty}, false // The middleware refuses to be made.
	}
	return Value{Kind: Function, Keyfunc: out}, false
}

// keys lists the keys that the settings hold.
func (s *settings) keys(depth int) []KeyReturn {
	var out []KeyReturn
	for _, row := range s.rows(model.GivesKey) {
		stores, nested := s.field(row.Name)
		for _, store := range stores {
			out = append(out, s.keyOf(store.Val, store.Pos(), depth)...)
		}
		if sub := s.part(row.Name, nested); sub != nil {
			out = append(out, sub.keys(depth+1)...)
		}
	}
	for _, row := range s.rows(model.ParsesKey) {
		stores, _ := s.field(row.Name)
		for _, store := range stores {
			key := Value{Kind: Key, Text: string(model.RSA), Elems: []Value{s.e.eval(store.Val, store.Pos())}}
			if row.Private {
				key.Names = []string{"private"}
			}
			out = append(out, KeyReturn{Pos: store.Pos(), Key: key, Family: model.RSA})
		}
	}
	return out
}

// part is the settings in a field that is a struct, nil if it is none.
func (s *settings) part(name string, nested []ssa.Value) *settings {
	i := fieldIndex(s.named, name)
	if i < 0 || len(nested) == 0 {
		return nil
	}
	named, ok := types.Unalias(s.named.Underlying().(*types.Struct).Field(i).Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || ssax.StructOf(named) == nil || jwt.LibraryOf(named.Obj().Pkg().Path()) != s.lib {
		return nil
	}
	return &settings{e: s.e, lib: s.lib, named: named, at: nested}
}

// keyOf lists the keys in a value: those of a map's elements, of a part of
// the settings, or the value itself.
func (s *settings) keyOf(v ssa.Value, at token.Pos, depth int) []KeyReturn {
	if depth > maxSettingsDepth || isNil(v) {
		return nil
	}
	if _, ok := v.Type().Underlying().(*types.Map); ok {
		var out []KeyReturn
		for _, made := range s.e.mapsOf(v, 0) {
			for _, ref := range *made.Referrers() {
				if up, ok := ref.(*ssa.MapUpdate); ok && up.Map == made {
					out = append(out, s.keyOf(up.Value, up.Pos(), depth+1)...)
				}
			}
		}
		if len(out) == 0 {
			out = []KeyReturn{{Pos: at, Key: unknown("keys out of view"), Pin: PinUnseen}}
		}
		return out
	}
	if named, ok := types.Unalias(v.Type()).(*types.Named); ok && named.Obj().Pkg() != nil && ssax.StructOf(named) != nil &&
		jwt.LibraryOf(named.Obj().Pkg().Path()) == s.lib {
		sub := s.e.settingsOf(s.lib, v)
		out := sub.keys(depth + 1)
		if sub.open {
			out = append(out, KeyReturn{Pos: at, Key: unknown("settings out of view"), Pin: PinUnseen})
		}
		if len(sub.options(false)) > 0 {
			for i := range out {
				out[i].Pin = Pinned
			}
		}
		return out
	}
	ret := KeyReturn{Pos: at, Key: s.e.eval(v, at), Family: keyFamily(v)}
	if len(s.options(false)) > 0 {
		ret.Pin = Pinned
	}
	return []KeyReturn{ret}
}

// options lists what the settings enforce; with a keyfunc of the program's own
// only what does not stand back for it.
func (s *settings) options(own bool) []Value {
	var out []Value
	for _, row := range s.rows(model.Enforces) {
		if own && !row.Stays {
			continue
		}
		v := s.value(row.Name)
		if v.Kind == Empty && row.Default != "" {
			v = Value{Kind: Literal, Text: row.Default, Index: len(row.Default)}
		}
		if v.Kind == Method {
			v = nameOf(v)
		}
		if v.Kind == Empty && row.Empty == model.EmptyOff {
			continue
		}
		if v.Kind == Literal {
			v = Value{Kind: List, Elems: []Value{v}}
		}
		opt := &Option{Name: row.Name, Does: row.Does, Check: row.Check, Empty: row.Empty}
		out = append(out, Value{Kind: Opt, Option: opt, Elems: []Value{v}})
	}
	for _, row := range s.rows(model.Carries) {
		if v := s.value(row.Name); v.Kind != Empty {
			out = append(out, Value{Kind: Spread, Elems: []Value{v}})
		}
	}
	return out
}
