package flow

import (
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// structOf is a struct built in view. Fields that nothing sets are absent from
// it; a field that its method or another function sets is left to fieldValue.
func (e *engine) structOf(v ssa.Value, t types.Type) Value {
	out := Value{Kind: Struct}
	s := ssax.StructOf(t)
	for i := range s.NumFields() {
		var vals []Value
		for _, ref := range *v.Referrers() {
			addr, ok := ref.(*ssa.FieldAddr)
			if !ok || addr.Field != i {
				continue
			}
			got, _ := e.storedIn(addr)
			vals = append(vals, got...)
		}
		if len(vals) > 0 {
			out.Names = append(out.Names, s.Field(i).Name())
			out.Elems = append(out.Elems, join(Either, vals...))
		}
	}
	return out
}

// field is what field index of the struct x, or of what x points to, may hold.
func (e *engine) field(x ssa.Value, index int, v ssa.Value) Value {
	f := ssax.Field(x.Type(), index)
	if f == nil {
		return unknown("field")
	}
	if claim, ok := claimedField(x.Type(), f); ok {
		v := Value{Kind: Claimed, Text: claim}
		if row, _ := jwt.TypeOf(x.Type()); row != nil && row.Is == model.IsHeader {
			v.Names = []string{headerMark}
		}
		return v
	}
	if row := jwt.FieldOf(x.Type(), f.Name()); row != nil && row.Does == model.NamesMethod {
		return nameOf(e.eval(x, v.Pos()))
	}
	if content, ok := e.contentOf(x); ok {
		return content
	}
	if part, ok := e.requestField(x, f.Name()); ok {
		return part
	}
	if vals, ok := e.localField(x, index); ok {
		if len(vals) == 0 {
			return Value{Kind: Empty}
		}
		return join(Either, vals...)
	}
	if part, ok := e.boundTo(x, jsonName(f, ssax.StructOf(x.Type()).Tag(index))); ok {
		return part
	}
	if f.Pkg() != e.pass.Pkg {
		if whole := e.eval(x, v.Pos()); whole.Kind == Unknown && len(whole.From) > 0 {
			return computed("field "+f.Name(), whole)
		}
	}
	return e.fieldValue(f, ssax.StructOf(x.Type()).Tag(index), v.Pos())
}

// contentOf looks through the result of a decoder, such as the block that
// pem.Decode returns: its fields hold what went in.
func (e *engine) contentOf(x ssa.Value) (Value, bool) {
	call, ok := tupleOf(x).(*ssa.Call)
	if !ok {
		return Value{}, false
	}
	row := std.Of(ssax.Callee(call.Common()))
	if row == nil || row.Does != std.Passes && row.Does != std.Builds {
		return Value{}, false
	}
	return e.eval(x, call.Pos()), true
}

// localField evaluates the stores to one field of a variable of the function,
// or of the function around a closure: more exact than all stores to the field in the
// package. ok is false if the variable is set as a whole or out of view.
func (e *engine) localField(x ssa.Value, index int) (vals []Value, ok bool) {
	if fv, isFree := x.(*ssa.FreeVar); isFree && len(e.closures[fv.Parent()]) == 1 {
		for i, free := range fv.Parent().FreeVars {
			if free == fv {
				x = e.closures[fv.Parent()][0].Bindings[i]
			}
		}
	}
	alloc, ok := x.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	return e.localStores(alloc, index)
}

// localStores is localField for the variable's address.
func (e *engine) localStores(addr ssa.Value, index int) (vals []Value, ok bool) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.Field == index {
				got, escapes := e.storedIn(ref)
				if escapes {
					return nil, false
				}
				vals = append(vals, got...)
			}
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if b != addr {
					continue
				}
				got, ok := e.localStores(fn.FreeVars[i], index)
				if !ok {
					return nil, false
				}
				vals = append(vals, got...)
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil, false // Set as a whole, returned, or handed on.
		}
	}
	return vals, true
}

// fieldValue is the union of what the package stores in a field. Where others
// can store too, one member is Unknown.
func (e *engine) fieldValue(f *types.Var, tag string, at token.Pos) Value {
	return remember(e, fieldOf, e.fields, f, Value{Kind: Either}, func() Value { return e.fieldStored(f, tag, at) })
}

func (e *engine) fieldStored(f *types.Var, tag string, at token.Pos) Value {
	vals := make([]Value, 0, len(e.fieldStores[f])+2)
	before, refused := e.cyclic, e.refusedInField(f)
	skipped := false
	for _, store := range e.fieldStores[f] {
		if e.forTests(store) {
			skipped = true
			continue
		}
		val := withoutRefused(e.eval(store.Val, store.Pos()), slices.Concat(refused, e.refusedWithin(store.Val)))
		vals = append(vals, kept(val).via(store.Pos(), "stored in field "+f.Name()))
	}
	if def, ok := tagDefault(tag); ok {
		if f.Pkg() == e.pass.Pkg {
			at = f.Pos()
		}
		v := Value{Kind: Literal, Text: clip(def), Index: len(def),
			Steps: []Step{{Pos: at, Phrase: "default of field " + f.Name() + " in its struct tag"}}}
		return withoutRefused(e.orDefault(v), refused)
	}
	if f.Pkg() != e.pass.Pkg || f.Exported() || e.exposed[f] {
		vals = append(vals, e.importedValue(f, at), elsewhere("field "+f.Name()+" may be set elsewhere"))
	}
	if len(vals) == 0 && skipped {
		return elsewhere("field " + f.Name() + " may be set elsewhere") // By who calls what is named for tests.
	}
	if len(vals) == 0 {
		return Value{Kind: Empty, Steps: []Step{{Pos: f.Pos(), Phrase: "nothing sets field " + f.Name()}}}
	}
	if e.cyclic > before {
		return join(Either, vals...) // Grows from itself, as with append.
	}
	return join(Writers, vals...)
}

// tagDefault returns the text that configuration libraries take for an unset field.
func tagDefault(tag string) (string, bool) {
	for _, key := range []string{"envDefault", "default", "env-default"} {
		if def := reflect.StructTag(tag).Get(key); def != "" {
			return def, true
		}
	}
	return "", false
}
