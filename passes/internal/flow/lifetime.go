package flow

import (
	"math"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Verdict says what an exp comes to.
type Verdict int

const (
	// LifeUnseen: it cannot be told.
	LifeUnseen Verdict = iota
	// Ahead: so long after the token is issued.
	Ahead
	// Never: there is none.
	Never
	// WrongUnit: a number of something smaller than seconds.
	WrongUnit
)

// Life is what an exp comes to: a lifetime, or the unit that was mistaken.
type Life struct {
	Verdict Verdict
	Seconds float64 // Ahead
	Unit    string  // WrongUnit: "milliseconds", "a Duration"
}

// beyond is a number of seconds that no lifetime has and no date this side of
// the year 5000: it was counted in something smaller.
const beyond = 1e11

// Life judges one possibility.
func (x Exp) Life() Life {
	n := x.Date
	switch {
	case x.Dating == Undated:
		return Life{Verdict: Never}
	case x.Dating != Dated || x.Only != nil:
		return Life{}
	case n.Now != 0 && finer(n.Now, second):
		return Life{Verdict: WrongUnit, Unit: unitName(n.Now)}
	case finer(n.Mixed, second):
		return Life{Verdict: WrongUnit, Unit: unitName(n.Mixed)}
	case n.Now == 0 && finer(n.Unit, second):
		return Life{Verdict: WrongUnit, Unit: unitName(n.Unit)}
	case n.Open || n.Factor != 0:
		return Life{}
	case n.Amount > beyond:
		return Life{Verdict: WrongUnit, Unit: "nanoseconds"}
	case n.Now == 0 || math.Abs(n.Now-second) > 1:
		return Life{}
	}
	return Life{Verdict: Ahead, Seconds: n.Amount}
}

// unitName is what people call a unit, given in nanoseconds.
func unitName(unit float64) string {
	switch {
	case unit < 999:
		return "nanoseconds"
	case unit < 999_999:
		return "microseconds"
	}
	return "milliseconds"
}

// MillisCall is the call, if the exp is nothing but one and its result nothing
// else, that counts in a smaller unit than seconds where a method of the same
// receiver counts seconds.
func (x Exp) MillisCall() *ssa.Call {
	v := x.set
	for v != nil && v.Referrers() != nil && len(*v.Referrers()) == 1 {
		switch c := v.(type) {
		case *ssa.Call:
			row := std.TimeOf(ssax.Callee(c.Common()))
			if row != nil && row.Recv == "Time" && row.Does == std.Counts && row.Unit < time.Second {
				return c
			}
			return nil
		case *ssa.Convert, *ssa.ChangeType, *ssa.MakeInterface:
			v = unwrap(v)
		default:
			return nil
		}
	}
	return nil // Something else uses the number as well.
}

// Tolerance is a place that accepts tokens for some time after they have
// expired.
type Tolerance struct {
	Call    ssa.CallInstruction
	Name    string
	Seconds float64
}

// Tolerances lists the places whose leeway is in view, the longest that each
// may have.
func (r *Result) Tolerances() []Tolerance {
	if r.engine == nil {
		return nil
	}
	var out []Tolerance
	for _, call := range r.engine.allCalls {
		if t, ok := r.engine.toleranceAt(call); ok {
			out = append(out, t)
		}
	}
	return out
}

func (e *engine) toleranceAt(call ssa.CallInstruction) (Tolerance, bool) {
	fn := ssax.Callee(call.Common())
	row := e.row(fn)
	if row == nil || row.Leeway == 0 {
		return Tolerance{}, false
	}
	t := Tolerance{Call: call, Name: calleeName(fn)}
	for _, n := range e.numbersOf(OperandAt(call.Common(), row.Leeway)) {
		if n.fixed() {
			t.Seconds = max(t.Seconds, n.Amount/second)
		}
	}
	return t, t.Seconds > 0
}
