package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
)

// expOfDate lists what a value stored as exp says: a date, or nothing where it
// is nil or 0.
func (e *engine) expOfDate(v ssa.Value, at ssa.Instruction, depth int) []Exp {
	v = unwrapInterface(v)
	if phi, ok := v.(*ssa.Phi); ok && depth < 3 {
		return e.expOfPhi(phi, at, depth)
	}
	if c, ok := v.(*ssa.Const); ok && (c.Value == nil || numberOfConstant(c).zero()) {
		return []Exp{{Dating: Undated}}
	}
	var out []Exp
	for _, n := range e.numbersOf(v) {
		if std.IsTime(v.Type()) {
			n = n.times(1 / second)
		}
		out = append(out, dated(Exp{Dating: Dated, Date: n, set: v, Steps: []Step{{Pos: at.Pos(), Phrase: "exp is set"}}}))
	}
	return out
}

// expOfPhi is a date that depends on the way: what leaves it unset counts under
// the condition of the branch.
func (e *engine) expOfPhi(phi *ssa.Phi, at ssa.Instruction, depth int) []Exp {
	var out []Exp
	for i, edge := range phi.Edges {
		exp := e.expOfDate(edge, at, depth+1)
		if len(exp) != 1 || exp[0].Dating != Undated || exp[0].Only != nil {
			out = append(out, exp...)
			continue
		}
		cond, ok := edgeCondition(phi.Block().Preds[i], phi.Block())
		if !ok {
			out = append(out, Exp{})
			continue
		}
		kept := e.provided(exp[0], e.numbersOf(cond.value), cond.Condition)
		out = append(out, kept...)
	}
	return out
}

// edgeCondition is the condition under which a way goes from one block to
// another.
func edgeCondition(from, to *ssa.BasicBlock) (condition, bool) {
	if branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If); ok {
		return conditionOf(branch.Cond, from.Succs[0] == to)
	}
	branch := inFrontOf(from)
	if branch == nil {
		return condition{}, false
	}
	return conditionOf(branch.Cond, branch.Block().Succs[0] == from)
}

// expIn is a date that lies a duration ahead.
func (e *engine) expIn(d ssa.Value, at ssa.Instruction) []Exp {
	var out []Exp
	for _, n := range e.numbersOf(d) {
		now := Number{Now: second, Unit: second}
		out = append(out, Exp{Dating: Dated, Date: now.plus(n.ofUnit(1).times(1 / second)), set: d,
			Steps: []Step{{Pos: at.Pos(), Phrase: "exp is set"}}})
	}
	return out
}
