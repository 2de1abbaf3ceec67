package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// maxNumbers bounds the possible numbers of one value.
const maxNumbers = 16

// numbersOf lists what a number, duration or point in time may be, backwards
// through variables, fields, arithmetic and functions of package time.
func (e *engine) numbersOf(v ssa.Value) []Number {
	return remember(e, numberOf, e.numbers, v, nil, func() []Number { return distinct(e.numbersNew(v)) })
}

// distinct drops repetitions, and what is too much.
func distinct(list []Number) []Number {
	var out []Number
	for _, n := range list {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) > maxNumbers {
		return []Number{openNumber(0)}
	}
	return out
}

// unitOf is the unit that a type says: those of package time count nanoseconds.
func unitOf(t types.Type) float64 {
	if std.IsDuration(t) || std.IsTime(t) {
		return 1
	}
	return 0
}

func (e *engine) numbersNew(v ssa.Value) []Number {
	unseen := []Number{openNumber(unitOf(v.Type()))}
	switch v := v.(type) {
	case *ssa.Const:
		return []Number{numberOfConstant(v)}
	case *ssa.Parameter:
		if i := paramIndex(v); i >= 0 {
			return []Number{{Unit: unitOf(v.Type()), Factor: 1, Operand: i, owner: v.Parent()}}
		}
	case *ssa.Phi:
		var out []Number
		for _, edge := range v.Edges {
			out = append(out, e.numbersOf(edge)...)
		}
		return out
	case *ssa.UnOp:
		return e.numbersOfUnary(v)
	case *ssa.Field:
		return e.numbersInField(ssax.Field(v.X.Type(), v.Field), unseen)
	case *ssa.BinOp:
		return e.numbersOfBinary(v)
	case *ssa.Call:
		return e.numbersOfCall(v, 0)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.numbersOfCall(call, v.Index)
		}
	case *ssa.Alloc:
		return e.numbersOfDate(v, unseen)
	case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		return e.numbersOf(unwrap(v))
	}
	return unseen
}

// numberOfConstant is a constant of the source; a bool counts as 0 or 1, and nil as 0.
func numberOfConstant(c *ssa.Const) Number {
	n := Number{Unit: unitOf(c.Type())}
	switch {
	case c.Value == nil:
		if std.IsTime(c.Type()) {
			return Number{Unit: 1} // The zero time.
		}
	case c.Value.Kind() == constant.Bool:
		if constant.BoolVal(c.Value) {
			n.Amount = 1
		}
	case c.Value.Kind() == constant.Int || c.Value.Kind() == constant.Float:
		n.Amount, _ = constant.Float64Val(constant.ToFloat(c.Value))
	default:
		n.Open = true
	}
	return n
}

// numbersOfUnary follows loads and signs.
func (e *engine) numbersOfUnary(v *ssa.UnOp) []Number {
	switch v.Op {
	case token.MUL:
		return e.numbersAt(v.X)
	case token.SUB:
		var out []Number
		for _, n := range e.numbersOf(v.X) {
			n.Amount, n.Factor = -n.Amount, -n.Factor
			out = append(out, n)
		}
		return out
	}
	return []Number{openNumber(unitOf(v.Type()))}
}

// numbersAt lists what is stored at an address.
func (e *engine) numbersAt(addr ssa.Value) []Number {
	unseen := []Number{openNumber(unitOf(deref(addr.Type())))}
	switch addr := addr.(type) {
	case *ssa.Alloc:
		if stores, ok := e.onlyStores(addr); ok {
			return e.numbersStored(stores)
		}
		return e.numbersOfDate(addr, unseen)
	case *ssa.FreeVar:
		if captured := e.captured(addr); len(captured) == 1 {
			return e.numbersAt(captured[0])
		}
	case *ssa.Global:
		use := e.globals[addr]
		if addr.Pkg == e.pkg && use != nil && !use.exposed && len(use.stores) == 1 {
			return e.numbersStored(use.stores)
		}
	case *ssa.FieldAddr:
		f := ssax.Field(addr.X.Type(), addr.Field)
		if f != nil && f.Embedded() && std.IsTime(f.Type()) {
			return scaled(e.numbersOf(addr.X), second) // A date of a library's, as a point in time.
		}
		if alloc, ok := addr.X.(*ssa.Alloc); ok {
			if stores, ok := e.storesOfField(alloc, addr.Field); ok && len(stores) > 0 {
				return e.numbersStored(stores)
			}
		}
		return e.numbersInField(f, unseen)
	}
	return unseen
}

// onlyStores lists the stores to a local variable, its closures' included; ok
// is false if something else may set it.
func (e *engine) onlyStores(addr ssa.Value) (out []*ssa.Store, ok bool) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != addr {
				return nil, false
			}
			out = append(out, ref)
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b != addr {
					continue
				}
				more, ok := e.onlyStores(ref.Fn.(*ssa.Function).FreeVars[i])
				if !ok {
					return nil, false
				}
				out = append(out, more...)
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}

// storesOfField lists the stores to one field of a local struct that is not set
// as a whole.
func (e *engine) storesOfField(alloc *ssa.Alloc, field int) (out []*ssa.Store, ok bool) {
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if ref.Field == field {
				stores, _ := e.onlyStores(ref)
				out = append(out, stores...)
			}
		case *ssa.Store:
			if ref.Addr == alloc {
				return nil, false
			}
		}
	}
	return out, true
}

func (e *engine) numbersStored(stores []*ssa.Store) []Number {
	var out []Number
	for _, store := range stores {
		if !isTestFile(e.pass, store.Pos()) {
			out = append(out, e.numbersOf(store.Val)...)
		}
	}
	return out
}

// numbersInField lists what the package stores in a field that nobody else sets.
func (e *engine) numbersInField(f *types.Var, unseen []Number) []Number {
	if f == nil || f.Pkg() != e.pass.Pkg || f.Exported() || e.exposed[f] || len(e.fieldStores[f]) == 0 {
		return unseen
	}
	return e.numbersStored(e.fieldStores[f])
}

// numbersOfDate is a library's own date as a literal: a struct with a point in
// time embedded, which it counts in seconds.
func (e *engine) numbersOfDate(alloc *ssa.Alloc, unseen []Number) []Number {
	s := ssax.StructOf(alloc.Type())
	if s == nil || s.NumFields() != 1 || !std.IsTime(s.Field(0).Type()) {
		return unseen
	}
	if stores, ok := e.storesOfField(alloc, 0); ok && len(stores) > 0 {
		return scaled(e.numbersStored(stores), 1/second)
	}
	return unseen
}

func scaled(list []Number, c float64) []Number {
	out := make([]Number, len(list))
	for i, n := range list {
		out[i] = n.times(c)
	}
	return out
}

// numbersOfBinary is arithmetic; what is no sum and no multiple is open.
func (e *engine) numbersOfBinary(v *ssa.BinOp) []Number {
	var out []Number
	for _, x := range e.numbersOf(v.X) {
		for _, y := range e.numbersOf(v.Y) {
			out = append(out, arithmetic(v, x, y))
		}
	}
	return out
}

func arithmetic(v *ssa.BinOp, x, y Number) Number {
	duration := std.IsDuration(v.Type())
	switch v.Op {
	case token.ADD:
		return x.plus(y)
	case token.SUB:
		y.Amount, y.Factor = -y.Amount, -y.Factor
		if y.Now == 0 {
			return x.plus(y)
		}
	case token.MUL:
		if x.fixed() && !y.fixed() {
			x, y = y, x
		}
		if !y.fixed() {
			return openNumber(unitOf(v.Type()))
		}
		unit := x.Unit
		if unit == 0 && y.Unit != 0 {
			unit = y.Unit * y.Amount // A count of them.
			x.Unit = unit
		}
		product := x.times(y.Amount)
		if duration {
			product.Unit = 1
		}
		return product
	case token.QUO:
		if y.fixed() && y.Amount != 0 {
			return x.times(1 / y.Amount)
		}
	}
	return openNumber(0)
}
