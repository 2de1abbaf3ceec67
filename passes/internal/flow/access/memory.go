package access

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// place splits an address into what it belongs to and the path of fields.
func (u *unit) place(addr ssa.Value) (base ssa.Value, path string) {
	var names []string
	for {
		switch x := addr.(type) {
		case *ssa.FieldAddr:
			if f := ssax.Field(x.X.Type(), x.Field); f != nil && !f.Embedded() {
				names = append([]string{f.Name()}, names...)
			}
			addr = x.X
			continue
		case *ssa.IndexAddr:
			addr = x.X
			continue
		case *ssa.UnOp:
			// A pointer in a field: what it points to is part of the whole.
			if inner, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
				addr = inner
				continue
			}
		}
		break
	}
	if len(names) > 2 {
		names = names[:2]
	}
	return u.base(addr), strings.Join(names, ".")
}

// base returns the value that a place in memory belongs to: a variable, an
// operand, the result of a call.
func (u *unit) base(v ssa.Value) ssa.Value {
	for range 20 {
		switch x := v.(type) {
		case *ssa.FreeVar:
			b := binding(x)
			if b == nil {
				return v
			}
			v = b
		case *ssa.UnOp:
			stored := onlyStored(u.target(x))
			if x.Op != token.MUL || stored == nil {
				if x.Op == token.MUL {
					v = x.X
					continue
				}
				return v
			}
			v = stored
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.Slice:
			v = x.X
		case *ssa.IndexAddr:
			v = x.X
		default:
			return v
		}
	}
	return v
}

// target is the variable that a load reads, or nil.
func (u *unit) target(load *ssa.UnOp) *ssa.Alloc {
	v := load.X
	for range 8 {
		f, ok := v.(*ssa.FreeVar)
		if !ok {
			break
		}
		v = binding(f)
	}
	a, _ := v.(*ssa.Alloc)
	return a
}

// onlyStored returns the pointer that a variable holds, if it is set once.
func onlyStored(a *ssa.Alloc) ssa.Value {
	if a == nil || a.Referrers() == nil {
		return nil
	}
	if _, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Pointer); !ok {
		return nil
	}
	var out ssa.Value
	for _, ref := range *a.Referrers() {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == a {
			if out != nil {
				return nil
			}
			out = store.Val
		}
	}
	return out
}

// binding returns what a literal's free variable stands for, if all places
// that make the literal agree.
func binding(f *ssa.FreeVar) ssa.Value {
	fn := f.Parent()
	parent := fn.Parent()
	if parent == nil {
		return nil
	}
	index := -1
	for i, v := range fn.FreeVars {
		if v == f {
			index = i
		}
	}
	for _, b := range parent.Blocks {
		for _, instr := range b.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == fn {
				return mc.Bindings[index]
			}
		}
	}
	return nil
}
