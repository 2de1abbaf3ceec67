package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A middleware takes its settings as a struct: the key, the algorithm, the
// functions of the program's own that it calls. settings is what the program
// stores there, in all places that may be the struct in question.
type settings struct {
	e     *engine
	named *types.Named // the struct's type
	lib   *model.Library
	at    []ssa.Value // addresses of the structs
	open  bool        // some of them are out of view
}

// settingsOf finds the structs that an operand may be, or point to. A variadic
// operand stands for its elements.
func (e *engine) settingsOf(lib *model.Library, v ssa.Value) *settings {
	s := &settings{e: e, lib: lib}
	if _, ok := v.Type().Underlying().(*types.Slice); ok {
		elems := ssax.Elements(v)
		s.open = len(elems) == 0 && !isNil(v)
		for _, elem := range elems {
			s.find(elem, 0)
		}
	} else {
		s.find(v, 0)
	}
	return s
}

// maxSettingsDepth bounds the steps from an operand to the struct.
const maxSettingsDepth = 8

// find follows a struct, or a pointer to one, to where its fields are stored.
func (s *settings) find(v ssa.Value, depth int) {
	if named, ok := types.Unalias(deref(v.Type())).(*types.Named); ok {
		s.named = named
	}
	if depth > maxSettingsDepth {
		s.open = true
		return
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		s.variable(v, depth)
	case *ssa.UnOp:
		s.variable(v.X, depth)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			s.find(edge, depth+1)
		}
	case *ssa.Call, *ssa.Extract:
		s.result(v, depth)
	case *ssa.Parameter:
		s.operands(v, depth)
	case *ssa.Const: // The zero struct, or nil.
	default:
		s.open = true
	}
}

// variable notes a variable that holds a struct, or follows what is stored in
// it as a whole.
func (s *settings) variable(addr ssa.Value, depth int) {
	e := s.e
	if fv, ok := addr.(*ssa.FreeVar); ok {
		captured := e.captured(fv)
		s.open = s.open || len(captured) == 0
		for _, outer := range captured {
			s.variable(outer, depth+1)
		}
		return
	}
	switch addr := addr.(type) {
	case *ssa.Alloc:
	case *ssa.Global:
		// What a library's own variable holds is what it takes for unset.
		if addr.Pkg != e.pkg && !Modelled(addr.Pkg.Pkg) {
			s.open = true
			return
		}
	case *ssa.FieldAddr:
		if f := ssax.Field(addr.X.Type(), addr.Field); f == nil || f.Pkg() != e.pass.Pkg || f.Exported() {
			s.open = true
		}
	default:
		s.open = true
		return
	}
	for _, store := range e.storesTo(addr) {
		s.find(store.Val, depth+1)
	}
	if _, pointer := deref(addr.Type()).Underlying().(*types.Pointer); !pointer {
		s.at = append(s.at, addr)
	}
}

// result follows the result of a function of this package.
func (s *settings) result(v ssa.Value, depth int) {
	call, index := v, 0
	if ex, ok := v.(*ssa.Extract); ok {
		call, index = ex.Tuple, ex.Index
	}
	c, ok := call.(*ssa.Call)
	callee := (*ssa.Function)(nil)
	if ok {
		callee = s.e.source(c.Common().StaticCallee())
	}
	if callee == nil {
		s.open = true
		return
	}
	for _, ret := range s.e.returns(callee) {
		if index < len(ret.results) && !ret.fails {
			s.find(ret.results[index], depth+1)
		}
	}
}

// operands follows a parameter to the calls in this package.
func (s *settings) operands(p *ssa.Parameter, depth int) {
	calls := s.e.calls[p.Parent()]
	if obj := p.Parent().Object(); len(calls) == 0 || obj == nil || obj.Exported() {
		s.open = true
	}
	for _, call := range calls {
		if arg := operand(call.Common(), paramIndex(p)); arg != nil {
			s.find(arg, depth+1)
		}
	}
}

// field returns what is stored in a field of the structs, and the addresses of
// that field where it is a struct itself.
func (s *settings) field(name string) (vals []*ssa.Store, nested []ssa.Value) {
	for _, addr := range s.addrs(name) {
		nested = append(nested, addr)
		for _, ref := range *addr.Referrers() {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == addr && !isTestFile(s.e.pass, store.Pos()) {
				vals = append(vals, store)
			}
		}
	}
	return vals, nested
}

// addrs lists the places where a field of the structs is addressed.
func (s *settings) addrs(name string) []*ssa.FieldAddr {
	var out []*ssa.FieldAddr
	if s.named == nil {
		return nil
	}
	i := fieldIndex(s.named, name)
	if i < 0 {
		return nil
	}
	f := s.named.Underlying().(*types.Struct).Field(i).Origin()
	for _, addr := range s.e.fieldAddrs[f] {
		for _, base := range s.at {
			if s.same(addr.X, base) {
				out = append(out, addr)
				break
			}
		}
	}
	return out
}

// same reports whether two addresses are of one variable. Fields of the
// program's own structs are taken for one; parts of two settings are two.
func (s *settings) same(x, y ssa.Value) bool {
	fx, isField := x.(*ssa.FieldAddr)
	fy, alsoField := y.(*ssa.FieldAddr)
	if !isField || !alsoField {
		return s.e.sameAddr(x, y)
	}
	f := ssax.Field(fx.X.Type(), fx.Field)
	return f != nil && f == ssax.Field(fy.X.Type(), fy.Field) && (!Modelled(f.Pkg()) || s.same(fx.X, fy.X))
}

func fieldIndex(named *types.Named, name string) int {
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return -1
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// rows lists the rows of the struct's fields that have a role.
func (s *settings) rows(does model.Role) []*model.Field {
	var out []*model.Field
	if s.named == nil {
		return nil
	}
	for i := range s.lib.Fields {
		if row := &s.lib.Fields[i]; row.Type == s.named.Obj().Name() && row.Does == does {
			out = append(out, row)
		}
	}
	return out
}

// value is what a field may hold; Empty if nothing sets it.
func (s *settings) value(name string) Value {
	stores, _ := s.field(name)
	var vals []Value
	for _, store := range stores {
		vals = append(vals, s.e.eval(store.Val, store.Pos()))
	}
	if s.open || s.setElsewhere(name) && s.handedOn(name) {
		vals = append(vals, unknown("settings out of view"))
	}
	if len(vals) == 0 {
		return Value{Kind: Empty}
	}
	return join(Either, vals...)
}

// handedOn reports whether a function that is not the library's gets the
// address of one of the structs, and may set the field.
func (s *settings) handedOn(name string) bool {
	return slices.ContainsFunc(s.at, func(addr ssa.Value) bool { return s.leaves(addr, fieldIndex(s.named, name), 0) })
}

// leaves is handedOn for one address. A function in view that only reads what
// it gets keeps it.
func (s *settings) leaves(addr ssa.Value, field, depth int) bool {
	if addr.Referrers() == nil {
		return false
	}
	for _, ref := range *addr.Referrers() {
		if call, ok := ref.(ssa.CallInstruction); ok && !Modelled(pkgOf(ssax.Callee(call.Common()))) && s.sets(call.Common(), addr, field, depth) {
			return true
		}
	}
	return false
}

// sets reports whether the function that is called with the address may store
// in the field.
func (s *settings) sets(call *ssa.CallCommon, addr ssa.Value, field, depth int) bool {
	callee := s.e.source(call.StaticCallee())
	if callee == nil || len(callee.Params) != len(call.Args) || depth > maxSettingsDepth {
		return true
	}
	for i, arg := range call.Args {
		if arg != addr {
			continue
		}
		p := callee.Params[i]
		if s.leaves(p, field, depth+1) || slices.ContainsFunc(*p.Referrers(), func(ref ssa.Instruction) bool { return passesOn(ref, field) }) {
			return true
		}
	}
	return false
}

// passesOn reports whether an instruction does more with a pointer to a struct
// than to read from it, to call with it, or to set other fields.
func passesOn(ref ssa.Instruction, field int) bool {
	switch ref := ref.(type) {
	case ssa.CallInstruction, *ssa.DebugRef, *ssa.BinOp, *ssa.UnOp:
		return false // Calls are judged by leaves.
	case *ssa.FieldAddr:
		return ref.Field == field && slices.ContainsFunc(*ref.Referrers(), func(use ssa.Instruction) bool {
			_, read := use.(*ssa.UnOp)
			return !read
		})
	}
	return true
}

// setElsewhere reports whether the package stores in the field of another
// struct of the type, which may be the same one.
func (s *settings) setElsewhere(name string) bool {
	i := fieldIndex(s.named, name)
	return i >= 0 && len(s.e.fieldStores[s.named.Underlying().(*types.Struct).Field(i).Origin()]) > 0
}
