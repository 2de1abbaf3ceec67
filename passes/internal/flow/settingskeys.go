package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

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
