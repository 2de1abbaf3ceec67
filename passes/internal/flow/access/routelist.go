package access

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// listed are routes that are registered as a list of structs, each with a
// method, a path and a handler.
func (e *engine) listed(u *unit, call ssa.CallInstruction, row *web.Func, list ssa.Value) []route {
	var out []route
	var around []link
	if mw := flow.OperandAt(call.Common(), row.Middleware); mw != nil {
		around = e.links(u, mw)
	}
	for {
		wrapper, ok := list.(*ssa.Call)
		if !ok {
			break
		}
		inner := e.models.Web(ssax.Callee(wrapper.Common()))
		if inner == nil || inner.Does != web.Converts {
			break
		}
		if mw := flow.OperandAt(wrapper.Common(), inner.Middleware); mw != nil {
			around = append(around, e.links(u, mw)...)
		}
		list = flow.OperandAt(wrapper.Common(), inner.Handlers)
	}
	for _, fields := range structs(list) {
		r := route{unit: u, call: call, method: text(fields["Method"]), path: text(fields["Path"])}
		for _, v := range fields {
			if e.isCallable(v.Type()) {
				r.at = unwrapped(v).Pos()
				r.handler = append(r.handler, e.links(u, v)...)
			}
		}
		r.front.links = append(r.front.links, around...)
		e.stand(&r, row)
		out = append(out, r)
	}
	return out
}

// structSlice returns the struct that a slice, or a single value, of routes is
// made of; nil for other types.
func structSlice(t types.Type) *types.Struct {
	if slice, ok := t.Underlying().(*types.Slice); ok {
		s, _ := slice.Elem().Underlying().(*types.Struct)
		return s
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// structs returns the fields of the struct literals in a slice literal, or of
// the one that a value is.
func structs(v ssa.Value) []map[string]ssa.Value {
	switch x := v.(type) {
	case *ssa.Slice:
		var out []map[string]ssa.Value
		if x.X.Referrers() == nil {
			return nil // Of a global array.
		}
		for _, ref := range *x.X.Referrers() {
			addr, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			fields := fieldsAt(addr)
			for store := range ssax.StoresTo(addr) {
				for _, inner := range structs(store.Val) {
					fields = inner
				}
			}
			out = append(out, fields)
		}
		return out
	case *ssa.UnOp:
		if a, ok := x.X.(*ssa.Alloc); ok {
			if fields := fieldsAt(a); len(fields) > 0 {
				return []map[string]ssa.Value{fields}
			}
			if stored := onlyStoredValue(a); stored != nil {
				return structs(stored)
			}
		}
	case *ssa.Alloc:
		return []map[string]ssa.Value{fieldsAt(x)}
	}
	return nil
}

// fieldsAt returns what is stored into the fields of a struct at an address.
func fieldsAt(addr ssa.Value) map[string]ssa.Value {
	out := make(map[string]ssa.Value)
	for _, ref := range *addr.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		f := ssax.Field(fa.X.Type(), fa.Field)
		for store := range ssax.StoresTo(fa) {
			if f != nil {
				out[f.Name()] = store.Val
			}
		}
	}
	return out
}

// fieldText is the text in a field of a struct literal.
func fieldText(v ssa.Value, field string) string {
	for _, fields := range structs(v) {
		if val := fields[field]; val != nil {
			return text(val)
		}
	}
	return ""
}

func sortedNames(fields map[string]ssa.Value) []string {
	return slices.Sorted(maps.Keys(fields))
}
