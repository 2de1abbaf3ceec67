package flow

import (
	"go/constant"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

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
