package flow

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// mapElement is the union of what is put into a map that is built in view.
func (e *engine) mapElement(m ssa.Value) Value {
	var vals []Value
	for _, made := range e.mapsOf(m, 0) {
		for _, ref := range *made.Referrers() {
			if up, ok := ref.(*ssa.MapUpdate); ok && up.Map == made {
				vals = append(vals, e.eval(up.Value, up.Pos()))
			}
		}
	}
	return join(Writers, append(vals, elsewhere("element of a map"))...)
}

// mapsOf finds the make expressions or literals that a map value may be,
// through locals, package variables and fields.
func (e *engine) mapsOf(v ssa.Value, depth int) []*ssa.MakeMap {
	if depth > 4 {
		return nil
	}
	switch v := v.(type) {
	case *ssa.MakeMap:
		return []*ssa.MakeMap{v}
	case *ssa.ChangeType:
		return e.mapsOf(v.X, depth+1)
	case *ssa.UnOp:
		var out []*ssa.MakeMap
		for _, store := range e.storesTo(v.X) {
			out = append(out, e.mapsOf(store.Val, depth+1)...)
		}
		return out
	}
	return nil
}

// storesTo returns the stores to a variable, package variable or field.
func (e *engine) storesTo(addr ssa.Value) []*ssa.Store {
	switch addr := addr.(type) {
	case *ssa.Global:
		if use := e.globals[addr]; use != nil {
			return use.stores
		}
	case *ssa.FieldAddr:
		return e.fieldStores[ssax.Field(addr.X.Type(), addr.Field)]
	case *ssa.Alloc:
		return slices.Collect(ssax.StoresTo(addr))
	}
	return nil
}

// filled is what a buffer of the given size (0: unknown) is filled with.
func (e *engine) filled(buf ssa.Value, size int) Value {
	for _, use := range usesOf(buf) {
		call, ok := use.(*ssa.Call)
		if !ok {
			continue
		}
		switch row := std.Of(ssax.Callee(call.Common())); {
		case row == nil:
		case row.Does == std.Fills:
			return Value{Kind: Random, Index: size, Steps: []Step{{Pos: call.Pos(), Phrase: "filled from " + row.Path + "." + row.Name}}}
		case row.Does == std.FillsWeakly:
			return Value{Kind: Weak, Text: row.Path + " is predictable", Steps: []Step{{Pos: call.Pos(), Phrase: "filled from " + row.Path}}}
		}
	}
	if v, ok := e.drawnWeakly(buf); ok {
		return v
	}
	return unknown("buffer")
}

// drawnWeakly reports whether the elements of a buffer are picked by a
// predictable generator, as letters[rand.Intn(n)].
func (e *engine) drawnWeakly(buf ssa.Value) (Value, bool) {
	for _, use := range usesOf(buf) {
		addr, ok := use.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, ref := range *addr.Referrers() {
			store, ok := ref.(*ssa.Store)
			if !ok || store.Addr != addr {
				continue
			}
			for _, index := range indicesOf(store.Val) {
				if v := e.eval(index, store.Pos()); v.Kind == Weak {
					return v, true
				}
			}
		}
	}
	return Value{}, false
}

// indicesOf returns what selects an element, if v is one, and v itself.
func indicesOf(v ssa.Value) []ssa.Value {
	out := []ssa.Value{v}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.IndexAddr:
		out = append(out, v.Index)
	case *ssa.Index:
		out = append(out, v.Index)
	case *ssa.Lookup:
		out = append(out, v.Index)
	}
	return out
}

// usesOf returns the instructions that use a value or a slice of it.
func usesOf(v ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, ref := range *v.Referrers() {
		out = append(out, ref)
		if s, ok := ref.(*ssa.Slice); ok {
			out = append(out, usesOf(s)...)
		}
	}
	return out
}

// embedded returns the file that a go:embed directive binds to a variable.
func (e *engine) embedded(obj types.Object) (string, bool) {
	if e.embeds == nil {
		e.embeds = make(map[types.Object]string)
		for _, file := range e.pass.Files {
			for _, decl := range file.Decls {
				if gen, ok := decl.(*ast.GenDecl); ok {
					e.indexEmbeds(gen)
				}
			}
		}
	}
	name, ok := e.embeds[obj]
	return name, ok
}

func (e *engine) indexEmbeds(gen *ast.GenDecl) {
	for _, spec := range gen.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok || len(spec.Names) != 1 {
			continue
		}
		for _, doc := range []*ast.CommentGroup{gen.Doc, spec.Doc} {
			if doc == nil {
				continue
			}
			for _, c := range doc.List {
				if name, ok := strings.CutPrefix(c.Text, "//go:embed "); ok {
					e.embeds[e.pass.TypesInfo.Defs[spec.Names[0]]] = strings.TrimSpace(name)
				}
			}
		}
	}
}

// jsonName is the name under which encoding/json reads a field.
func jsonName(f *types.Var, tag string) string {
	name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	if name == "" {
		return f.Name()
	}
	return name
}
