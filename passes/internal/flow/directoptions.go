package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// built is the list of options of what a constructor returns: those that it is
// given, the algorithms it is to accept, the fields of its configuration, and
// what it makes sure of by itself.
func (e *engine) built(row *model.Func, call *ssa.Call) Value {
	if row.Method == model.None && row.Settings == model.None && row.Checks == nil {
		return e.at(call, row.Options)
	}
	elems := enforcing(row)
	if row.Options != model.None {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{e.at(call, row.Options)}})
	}
	if row.Method != model.None {
		elems = append(elems, Value{Kind: Opt, Elems: []Value{oneOf(e.at(call, row.Method))},
			Steps:  []Step{{Pos: call.Pos(), Phrase: "listed for " + row.Name}},
			Option: &Option{Name: row.Name, Does: model.Enforces, Check: model.Alg, Empty: row.Empty}})
	}
	if row.Settings != model.None {
		options := e.parserOptions(e.at(call, row.Settings), libraryOf(call))
		elems = append(elems, Value{Kind: Spread, Elems: []Value{options}})
	}
	return listOf(elems...)
}

// enforcing is one option for each claim that a library's function checks by
// itself.
func enforcing(row *model.Func) []Value {
	var out []Value
	for _, claim := range row.Checks {
		out = append(out, Value{Kind: Opt, Option: &Option{Name: row.Name, Does: model.Enforces, Check: claim}})
	}
	return out
}

// expecting is what a verifying call checks by itself, and the value that it is
// given to compare a claim with.
func (e *engine) expecting(row *model.Func, call ssa.CallInstruction) []Value {
	out := enforcing(row)
	if row.Method != model.None {
		out = e.oneMethod(row, call)
	}
	if row.Value != model.None {
		option := &Option{Name: row.Name, Does: model.Enforces, Check: row.Check, Empty: row.Empty, Absent: row.Absent}
		out = append(out, Value{Kind: Opt, Option: option, Elems: []Value{e.at(call, row.Value)}})
	}
	return out
}

// oneMethod is what a verifying call checks by itself that is given the one
// algorithm to accept.
func (e *engine) oneMethod(row *model.Func, call ssa.CallInstruction) []Value {
	out := enforcing(row)
	for i := range out {
		if out[i].Option.Check == model.Alg {
			out[i].Option.Alone = true
			out[i].Elems = []Value{oneOf(e.at(call, row.Method))}
		}
	}
	return out
}

// oneOf is a list of algorithms for one of them.
func oneOf(method Value) Value {
	if method.Kind == Method {
		return Value{Kind: List, Elems: []Value{nameOf(method)}}
	}
	return method
}

// optionsAmong takes those of a list of options apart that are structs whose
// fields say what is expected.
func (e *engine) optionsAmong(v Value, lib *model.Library) Value {
	if lib == nil || !slices.ContainsFunc(lib.Fields, func(f model.Field) bool { return expects(lib, f) }) {
		return v
	}
	switch v.Kind {
	case List, Either, Writers, Spread:
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = e.optionsAmong(elem, lib)
		}
		v.Elems = elems
	case Struct:
		return Value{Kind: Spread, Elems: []Value{e.parserOptions(v, lib)}}
	}
	return v
}

// expects reports whether a field is one of a struct that is an option by itself.
func expects(lib *model.Library, f model.Field) bool {
	return slices.ContainsFunc(lib.Types, func(t model.Type) bool { return t.Name == f.Type && t.Is == model.IsExpected })
}

// setElsewhere reports whether the package assigns to a parser's field after
// the parser was built, itself or by a method of the library.
func (e *engine) setElsewhere(lib *model.Library, row model.Field) bool {
	for fn := range e.calls {
		if obj := ssax.Object(fn); obj != nil && obj.Pkg() != nil && jwt.LibraryOf(obj.Pkg().Path()) == lib {
			if setter := e.row(obj); setter != nil && setter.Sets != "" && setter.Sets == row.Name {
				return true
			}
		}
	}
	for f, stores := range e.fieldStores {
		if f.Name() != row.Name || f.Pkg() == nil || jwt.LibraryOf(f.Pkg().Path()) != lib {
			continue
		}
		for _, store := range stores {
			if _, local := store.Addr.(*ssa.FieldAddr).X.(*ssa.Alloc); !local {
				return true
			}
		}
	}
	return false
}

// ofParser reports whether a row is about a field of the library's parser, not of a
// configuration that a constructor takes.
func ofParser(lib *model.Library, row model.Field) bool {
	return slices.ContainsFunc(lib.Types, func(t model.Type) bool { return t.Name == row.Type && t.Is == model.IsParser })
}
