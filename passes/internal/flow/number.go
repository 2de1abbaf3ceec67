package flow

import (
	"math"
	"time"

	"golang.org/x/tools/go/ssa"
)

// Number is what is known of a number, a duration or a point in time on its
// way into a token's exp:
//
//	present/Now + Amount + Factor*operand
//
// in a unit of its own. It travels in facts.
type Number struct {
	// Now is the unit in which the present is counted, in nanoseconds; 0 if the
	// present is no part of it.
	Now float64
	// Unit is how many nanoseconds one stands for, as far as the types say it: 1
	// for a time.Duration. 0 is a plain number.
	Unit float64
	// Mixed is the finer unit of something that was added to another unit, 0
	// if none was.
	Mixed  float64
	Amount float64
	// Open: something out of view is a part of it.
	Open bool
	// Factor is how often the operand number Operand of a function is a part of
	// it; 0 if none is.
	Factor  float64
	Operand int

	owner *ssa.Function // as in Value
}

const (
	second = float64(time.Second)
	year   = 365 * 24 * 3600 // in seconds
)

// constantNumber is a number that stands in the source.
func constantNumber(amount float64) Number { return Number{Amount: amount} }

// openNumber is a number of which only the unit is known, or nothing.
func openNumber(unit float64) Number { return Number{Open: true, Unit: unit} }

// fixed reports whether nothing but the constant part is in a number.
func (n Number) fixed() bool { return n.Now == 0 && !n.Open && n.Factor == 0 }

// zero reports whether a number can only be 0.
func (n Number) zero() bool { return n.fixed() && n.Amount == 0 }

// plus is the sum of two numbers, of which both must count alike.
func (n Number) plus(m Number) Number {
	if m.Now != 0 {
		n, m = m, n
	}
	out := Number{Now: n.Now, Unit: n.Unit, Mixed: max(n.Mixed, m.Mixed), Amount: n.Amount + m.Amount, Open: n.Open || m.Open,
		Factor: n.Factor, Operand: n.Operand, owner: n.owner}
	if out.Unit == 0 {
		out.Unit = m.Unit
	}
	if finer(m.Unit, n.Unit) {
		out.Mixed = m.Unit
	}
	switch {
	case m.Now != 0:
		return openNumber(0) // Twice the present: nothing that a token is to say.
	case m.Factor == 0:
	case n.Factor == 0:
		out.Factor, out.Operand, out.owner = m.Factor, m.Operand, m.owner
	default:
		out.Open, out.Factor = true, 0
	}
	return out
}

// times is a number taken c times, which makes its unit smaller: 3 seconds are
// 3000 of something else.
func (n Number) times(c float64) Number {
	if c == 0 {
		return constantNumber(0)
	}
	n.Amount, n.Factor = n.Amount*c, n.Factor*c
	n.Now, n.Unit, n.Mixed = math.Abs(n.Now/c), math.Abs(n.Unit/c), math.Abs(n.Mixed/c)
	return n
}

// ofUnit is the number with a unit of which the types tell.
func (n Number) ofUnit(unit float64) Number {
	n.Unit = unit
	return n
}

// filled puts what the operand is in place of the operand. typed says that the
// operand's type counts nanoseconds by itself, so that no unit can be mistaken.
func (n Number) filled(operand Number, typed bool) Number {
	if typed && operand.Now == 0 {
		operand.Unit = 0
	}
	got := operand.times(n.Factor)
	n.Factor, n.Operand, n.owner = 0, 0, nil
	return n.plus(got)
}

// finer reports whether a unit is smaller than another by more than rounding.
func finer(unit, than float64) bool { return unit != 0 && than != 0 && unit < than*0.99 }
