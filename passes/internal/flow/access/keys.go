package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// given is what a call gets in any position.
func (u *unit) given(call ssa.CallInstruction) set {
	recv, args := ssax.Args(call.Common())
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	fn := ssax.Callee(call.Common())
	for _, a := range args {
		if !u.e.fills(fn, a) {
			s = s.or(u.deep(a))
		}
	}
	return s
}

// keys is what an access is made by: what chooses the records, and the records
// that are stored; not single values that go into a column.
func (u *unit) keys(call ssa.CallInstruction, fn *types.Func, kind data.Kind) set {
	recv, args := ssax.Args(call.Common())
	if kind == data.Inserts {
		return u.given(call)
	}
	if stmt, at, ok := statement(args); ok && kind == data.Reads {
		var s set
		if recv != nil {
			s = u.query(recv)
		}
		return s.or(u.placeholders(args[at+1:], stmt.Restricts))
	} else if ok {
		return u.selecting(call, fn)
	}
	if !u.e.keeps(fn) {
		return u.given(call)
	}
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	first := data.Values(fn)
	for i, a := range args {
		if !u.e.fills(fn, a) && (first < 0 || i < first || ssax.StructOf(unwrapped(a).Type()) != nil) {
			s = s.or(u.deep(a))
		}
	}
	return s
}

// fills reports whether an argument is where a store puts what it finds.
func (e *engine) fills(fn *types.Func, arg ssa.Value) bool {
	if fn == nil || !e.keeps(fn) || data.KindOf(fn.Name()) != data.Reads {
		return false
	}
	_, pointer := unwrapped(arg).Type().Underlying().(*types.Pointer)
	return pointer
}

// selecting is what chooses the records of an access, or is checked by a call
// out of view: operands that are only stored, logged or sent do not.
func (u *unit) selecting(call ssa.CallInstruction, fn *types.Func) set {
	recv, args := ssax.Args(call.Common())
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	if fn == nil {
		return s.or(u.given(call))
	}
	role := data.Computes
	if fn.Pkg() != nil {
		role = data.Of(fn.Pkg().Path())
	}
	kind := data.KindOf(fn.Name())
	if role == data.Notes || (kind == data.Nothing || kind == data.Inserts) && !authorizerName(fn.Name()) {
		return set{}
	}
	if stmt, at, ok := statement(args); ok {
		return s.or(u.placeholders(args[at+1:], stmt.Selects))
	}
	first := len(args)
	if role == data.Keeps {
		if i := data.Values(fn); i >= 0 && i < len(args) {
			first = i
		}
	}
	for i, a := range args {
		if u.e.fills(fn, a) {
			continue
		}
		if i < first {
			s = s.or(u.deep(a))
		} else {
			s = s.or(u.found(a))
		}
	}
	return s
}

// found is what a record that is stored was loaded by: one that was found by
// the identity is the caller's, whatever has been put into it since.
func (u *unit) found(v ssa.Value) set {
	if ssax.StructOf(unwrapped(v).Type()) == nil {
		return set{}
	}
	return u.foundBy(v)
}

// foundBy is what a whole record derives from, without what has been put into
// its fields; of an operand, callers have to tell.
func (u *unit) foundBy(v ssa.Value) set {
	var out set
	u.shallow(v).members(func(i int) {
		if o := u.origins[i]; o.Source == Operand && o.Field == "" && u.hasFields(i) {
			o.Field = whole
			i = u.intern(o)
		}
		out = out.with(i)
	})
	return out
}

// statement finds the SQL among the arguments of a call.
func statement(args []ssa.Value) (data.Statement, int, bool) {
	for i, a := range args {
		if text, ok := constText(a); ok {
			if stmt, ok := data.ParseSQL(text); ok {
				return stmt, i, true
			}
		}
	}
	return data.Statement{}, 0, false
}

// placeholders is what those arguments of a statement derive from that do something.
func (u *unit) placeholders(args []ssa.Value, do func(i int) bool) set {
	var values []ssa.Value
	for _, a := range args {
		if slice, ok := a.(*ssa.Slice); ok {
			values = append(values, ssax.Elements(slice)...)
			continue
		}
		values = append(values, a)
	}
	var s set
	for i, v := range values {
		if do(i) {
			s = s.or(u.deep(v))
		}
	}
	return s
}

// pushes reports whether a change adds to a list in a document, rather than
// change what is there.
func pushes(args []ssa.Value) bool {
	for _, a := range args {
		if mentions(a, data.Pushes, 0) {
			return true
		}
	}
	return false
}

// mentions reports whether a literal, or one in it, has a text as a key.
func mentions(v ssa.Value, is func(string) bool, depth int) bool {
	if text, ok := constText(v); ok {
		return is(text)
	}
	v = unwrapped(v)
	if slice, ok := v.(*ssa.Slice); ok {
		v = slice.X
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	refs := v.Referrers()
	if refs == nil || depth > 4 {
		return false
	}
	for _, ref := range *refs {
		switch x := ref.(type) {
		case *ssa.MapUpdate:
			if x.Map == v && mentions(x.Key, is, depth+1) {
				return true
			}
		case *ssa.Store:
			if x.Addr == v && mentions(x.Val, is, depth+1) {
				return true
			}
		case *ssa.FieldAddr:
			if mentions(x, is, depth+1) {
				return true
			}
		case *ssa.IndexAddr:
			if mentions(x, is, depth+1) {
				return true
			}
		}
	}
	return false
}
