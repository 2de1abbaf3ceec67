package ssax

import (
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/ssa"
)

// StructOf returns the struct type of t, through one pointer and type
// parameters' core, or nil.
func StructOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// Field returns the index-th field of a struct type or pointer to one, as the
// generic type declares it.
func Field(t types.Type, index int) *types.Var {
	s := StructOf(t)
	if s == nil || index >= s.NumFields() {
		return nil
	}
	return s.Field(index).Origin()
}

// Root returns the value that an address or a value is part of, through
// fields, elements, slices and conversions that keep it.
func Root(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		case *ssa.Slice:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
}

// ShortPosition tells a place as file:line without folders, so that the text
// is the same wherever the source lies.
func ShortPosition(fset *token.FileSet, pos token.Pos) string {
	if !pos.IsValid() {
		return "?"
	}
	p := fset.Position(pos)
	return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
}
