package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"time"

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

// numbersOfCall is a result of a call.
func (e *engine) numbersOfCall(call *ssa.Call, index int) []Number {
	results := call.Common().Signature().Results()
	if index >= results.Len() {
		return []Number{openNumber(0)}
	}
	unseen := []Number{openNumber(unitOf(results.At(index).Type()))}
	fn := ssax.Callee(call.Common())
	recv, args := ssax.Args(call.Common())
	if row := std.TimeOf(fn); row != nil && index == 0 {
		return e.numbersOfTime(row, recv, args, unseen)
	}
	if recv == nil && len(args) == 1 && Modelled(pkgOf(fn)) {
		return e.numbersOfLibrary(args[0], unseen)
	}
	if len(args) == 0 && std.IsTime(results.At(index).Type()) && tellsTime(call.Common(), fn) {
		return []Number{{Now: 1, Unit: 1}}
	}
	if callee := e.source(call.Common().StaticCallee()); callee != nil && carriesNumber(results.At(index).Type()) {
		var out []Number
		for _, ret := range e.returns(callee) {
			if index < len(ret.results) && !ret.fails {
				out = append(out, e.numbersAtCall(e.numbersOf(ret.results[index]), callee, call)...)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return unseen
}

// carriesNumber reports whether a result can be followed as a number.
func carriesNumber(t types.Type) bool {
	if std.IsTime(t) || Modelled(pkgOfType(t)) {
		return true
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func pkgOfType(t types.Type) *types.Package {
	if named, ok := types.Unalias(deref(t)).(*types.Named); ok {
		return named.Obj().Pkg()
	}
	return nil
}

// numbersOfLibrary is a date that a library makes from a point in time, or from
// a number of seconds.
func (e *engine) numbersOfLibrary(arg ssa.Value, unseen []Number) []Number {
	switch b, _ := arg.Type().Underlying().(*types.Basic); {
	case std.IsTime(arg.Type()):
		return scaled(e.numbersOf(arg), 1/second)
	case std.IsDuration(arg.Type()):
	case b != nil && b.Info()&types.IsNumeric != 0:
		return e.numbersOf(arg)
	}
	return unseen
}

// tellsTime reports whether a function without operands is a clock, by its name.
func tellsTime(common *ssa.CallCommon, fn *types.Func) bool {
	name := ""
	switch v := common.Value.(type) {
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.FieldAddr:
			name = ssax.Field(addr.X.Type(), addr.Field).Name()
		case *ssa.Global:
			name = addr.Name()
		}
	default:
		name = v.Name()
	}
	if fn != nil {
		name = fn.Name()
	}
	name = strings.ToLower(name)
	return strings.HasSuffix(name, "now") || strings.HasPrefix(name, "now") || name == "timefunc" || name == "clock"
}

// numbersAtCall fills the operands of callee (nil: all) in.
func (e *engine) numbersAtCall(list []Number, callee *ssa.Function, call ssa.CallInstruction) []Number {
	var out []Number
	for _, n := range list {
		if n.Factor == 0 || n.owner != callee {
			out = append(out, n)
			continue
		}
		arg := operand(call.Common(), n.Operand)
		if arg == nil {
			out = append(out, openNumber(n.Unit))
			continue
		}
		for _, given := range e.numbersOf(arg) {
			out = append(out, n.filled(given, unitOf(arg.Type()) != 0))
		}
	}
	return out
}

// numbersOfTime is the result of a function of package time.
func (e *engine) numbersOfTime(row *std.Time, recv ssa.Value, args []ssa.Value, unseen []Number) []Number {
	switch row.Does {
	case std.Now:
		return []Number{{Now: 1, Unit: 1}}
	case std.Keeps:
		return e.numbersOf(recv)
	case std.Counts:
		return scaled(e.numbersOf(recv), 1/float64(row.Unit))
	case std.FromCount:
		out := scaled(e.numbersOf(args[0]), float64(row.Unit))
		for i := range out {
			if out[i].Unit == 0 {
				out[i].Unit = 1
			}
		}
		return out
	case std.AddsDuration:
		var out []Number
		for _, t := range e.numbersOf(recv) {
			for _, d := range e.numbersOf(args[0]) {
				out = append(out, t.plus(d.ofUnit(1)))
			}
		}
		return out
	case std.AddsDate:
		return e.numbersOfDays(recv, args)
	case std.ParsesDuration:
		if c, ok := args[0].(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			if d, err := time.ParseDuration(constant.StringVal(c.Value)); err == nil {
				return []Number{{Amount: float64(d), Unit: 1}}
			}
		}
	}
	return unseen
}

// numbersOfDays adds a number of days, months of 30 and years of 365 of them.
func (e *engine) numbersOfDays(recv ssa.Value, args []ssa.Value) []Number {
	days := Number{Unit: 1}
	for i, each := range []float64{365, 30, 1} {
		given := e.numbersOf(args[i])
		if len(given) != 1 {
			return []Number{openNumber(1)}
		}
		days = days.plus(given[0].times(each * 24 * float64(time.Hour)).ofUnit(1))
	}
	var out []Number
	for _, t := range e.numbersOf(recv) {
		out = append(out, t.plus(days))
	}
	return out
}
