package flow

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// formOf is the form of a value that is read back by an assertion to a type,
// "" for types that encoding/json never makes.
func formOf(t types.Type) string {
	switch u := types.Unalias(t).(type) {
	case *types.Basic:
		switch u.Kind() {
		case types.String:
			return "string"
		case types.Bool:
			return "bool"
		case types.Float64:
			return "number"
		}
	case *types.Named:
		if u.Obj().Pkg() != nil && u.Obj().Pkg().Path() == "encoding/json" && u.Obj().Name() == "Number" {
			return "number"
		}
	case *types.Slice:
		if types.IsInterface(u.Elem()) {
			return "list"
		}
	case *types.Map:
		if types.IsInterface(u.Elem()) {
			return "object"
		}
	}
	return ""
}

// writtenForm is the form in which encoding/json writes values of a type, ""
// if that is open: for pointers, which may be nil, and interfaces.
func writtenForm(t types.Type) string {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok && named.Obj().Pkg() != nil {
		switch name := named.Obj().Name(); {
		case Modelled(named.Obj().Pkg()) && strings.HasPrefix(name, "NumericDate"):
			return "number"
		case methodOf(t, named, "MarshalText"):
			return "string"
		case methodOf(t, named, "MarshalJSON"):
			return ""
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return "string"
		case u.Info()&types.IsNumeric != 0:
			return "number"
		case u.Info()&types.IsBoolean != 0:
			return "bool"
		}
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
			return "string"
		}
		return "list"
	case *types.Array:
		return "list"
	case *types.Map, *types.Struct:
		return "object"
	}
	return ""
}

func methodOf(t types.Type, named *types.Named, name string) bool {
	if _, pointer := types.Unalias(t).(*types.Pointer); pointer {
		return false
	}
	return types.NewMethodSet(named).Lookup(named.Obj().Pkg(), name) != nil
}

// structForms is what is written of a claims struct: fields that are left out
// when they are empty only if something is stored there.
func structForms(t types.Type, stored map[*types.Var]bool) map[string]string {
	out := make(map[string]string)
	s := ssax.StructOf(t)
	for i := range s.NumFields() {
		f, tag := s.Field(i), s.Tag(i)
		name := jsonName(f, tag)
		if f.Embedded() && name == f.Name() && ssax.StructOf(f.Type()) != nil {
			maps.Copy(out, structForms(f.Type(), stored))
			continue
		}
		if f.Exported() && (!strings.Contains(tag, ",omitempty") || stored[f.Origin()]) {
			out[name] = writtenForm(f.Type())
		}
	}
	return out
}

// storedFields notes the fields that are stored at an address, at any depth.
func (e *engine) storedFields(addr ssa.Value, out map[*types.Var]bool) map[*types.Var]bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if f := ssax.Field(ref.X.Type(), ref.Field); f != nil && ref.X == addr {
				out[f] = out[f] || storesAt(ref)
				e.storedFields(ref, out)
			}
		case *ssa.Store:
			if ref.Addr == addr {
				e.copiedFields(ref.Val, addr, out)
			}
		}
	}
	return out
}

// copiedFields is storedFields for a struct that is copied from another
// variable, or that a function of this package returns.
func (e *engine) copiedFields(v, to ssa.Value, out map[*types.Var]bool) {
	switch v := v.(type) {
	case *ssa.UnOp:
		if from, ok := v.X.(*ssa.Alloc); ok && from != to {
			e.storedFields(from, out)
		}
	case *ssa.Call:
		fn := e.source(v.Common().StaticCallee())
		if fn == nil || fn == v.Parent() {
			return
		}
		for _, r := range returned(fn) {
			if load, ok := r.val.(*ssa.UnOp); ok {
				e.copiedFields(load, to, out)
			}
		}
	}
}

func storesAt(addr *ssa.FieldAddr) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		store, ok := ref.(*ssa.Store)
		return ok && store.Addr == addr
	})
}
