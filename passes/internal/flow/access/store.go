package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A program may keep its records in a map. Most maps hold something else: what
// is said of an error, settings, a set of words, the values of one record while
// it is put together. Looking into those is no access.

// kept reports whether a map is a store: it outlives the call, and its elements
// are records of the program.
func (u *unit) kept(m ssa.Value) bool {
	kept, ok := m.Type().Underlying().(*types.Map)
	if !ok || !u.e.keepable(kept.Elem()) || u.e.models.Type(m.Type()) != 0 {
		return false
	}
	load, loaded := m.(*ssa.UnOp)
	if !loaded {
		return u.livesOn(m)
	}
	switch addr := load.X.(type) {
	case *ssa.FreeVar:
		return u.livesOn(addr)
	case *ssa.FieldAddr:
		return u.e.holds(addr) && (ownerField(kept.Elem()) != "" || u.e.changing(holderOf(load)))
	case *ssa.Global:
		return !anyWord(addr.Name(), sidelineWords) && (ownerField(kept.Elem()) != "" || u.e.changing(holderOf(load)))
	}
	return false
}

// livesOn reports whether a variable that a literal sees belongs to what has made
// the handler, and so lives on between requests.
func (u *unit) livesOn(v ssa.Value) bool {
	f, ok := v.(*ssa.FreeVar)
	return ok && u.scopes[f.Parent()] != 0
}

// keepable reports whether elements of a map are structs of the program that
// hold data: "type Order struct", pointers to it, lists of it.
func (e *engine) keepable(t types.Type) bool {
	for range 4 {
		switch x := types.Unalias(t).(type) {
		case *types.Pointer:
			t = x.Elem()
			continue
		case *types.TypeParam:
			return true
		case *types.Named:
			if _, is := x.Underlying().(*types.Struct); is {
				return sameModule(e.pass, x.Obj().Pkg()) && !e.inert(x) && !e.isService(x, 0) && !e.isClaims(x)
			}
		}
		switch x := t.Underlying().(type) {
		case *types.Slice:
			t = x.Elem()
		case *types.Map:
			t = x.Elem()
		case *types.Struct:
			return x.NumFields() > 0
		default:
			return false
		}
	}
	return false
}

// holds reports whether a field of a struct is where a store keeps its records:
// not a log's or an error's, and not a part of one record.
func (e *engine) holds(addr *ssa.FieldAddr) bool {
	f := ssax.Field(addr.X.Type(), addr.Field)
	if f != nil && anyWord(f.Name(), sidelineWords) {
		return false
	}
	holder, _ := types.Unalias(deref(addr.X.Type())).(*types.Named)
	if holder == nil {
		return true
	}
	return !anyWord(holder.Obj().Name(), sidelineWords) && !e.looksLikeRecord(holder) &&
		!types.Implements(types.NewPointer(holder), universeError)
}

var universeError = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// outlives reports whether a map, whatever it holds, is found again by others
// than the function that has put something into it.
func outlives(m ssa.Value) bool {
	load, ok := m.(*ssa.UnOp)
	if !ok {
		_, given := m.(*ssa.FreeVar)
		return given
	}
	switch load.X.(type) {
	case *ssa.FreeVar, *ssa.FieldAddr, *ssa.Global:
		return true
	}
	return false
}

// holderOf is the field or package variable that a map is loaded from, nil if
// it is neither.
func holderOf(m ssa.Value) types.Object {
	load, ok := m.(*ssa.UnOp)
	if !ok {
		return nil
	}
	switch addr := load.X.(type) {
	case *ssa.FieldAddr:
		if f := ssax.Field(addr.X.Type(), addr.Field); f != nil {
			return f.Origin()
		}
	case *ssa.Global:
		return addr.Object()
	}
	return nil
}

// changing reports whether the program adds to a map or removes from it while
// it runs. What is only filled at the start is a catalogue or a setting, unless
// its elements name their owners. Other packages may change one that they can see.
func (e *engine) changing(holder types.Object) bool {
	if holder == nil || holder.Exported() {
		return true
	}
	if e.changed == nil {
		e.changed = make(map[types.Object]bool)
		for _, fn := range e.funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if m := changedBy(instr); m != nil && !atStart(fn, m) {
						e.changed[holderOf(m)] = true
					}
				}
			}
		}
	}
	return e.changed[holder]
}

// changedBy is the map that an instruction adds to or removes from, or whose
// element it changes in place; nil if it does neither.
func changedBy(instr ssa.Instruction) ssa.Value {
	switch x := instr.(type) {
	case *ssa.MapUpdate:
		return x.Map
	case *ssa.Store:
		if addr, ok := x.Addr.(*ssa.FieldAddr); ok {
			return lookedUp(addr.X)
		}
	case ssa.CallInstruction:
		if b, ok := x.Common().Value.(*ssa.Builtin); ok && b.Name() == "delete" {
			return x.Common().Args[0]
		}
	}
	return nil
}

// lookedUp is the map that a value is an element of, or nil.
func lookedUp(v ssa.Value) ssa.Value {
	if ex, ok := v.(*ssa.Extract); ok {
		v = ex.Tuple
	}
	if l, ok := v.(*ssa.Lookup); ok {
		return l.X
	}
	return nil
}

// atStart reports whether a function that changes a map runs before the first
// request: it makes what holds the map, or it initialises the program.
func atStart(fn *ssa.Function, m ssa.Value) bool {
	if fn.Parent() != nil {
		return false
	}
	if fn.Name() == "init" || fn.Name() == "main" || fn.Synthetic != "" {
		return true
	}
	load, ok := m.(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	_, made := ssax.Root(addr.X).(*ssa.Alloc)
	return made
}
