package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call is a call that gets the claims.
func (s *claimSet) call(v ssa.Value, call ssa.CallInstruction) {
	common := call.Common()
	fn := ssax.Callee(common)
	row := s.e.row(fn)
	switch {
	case row != nil:
		s.modelled(v, call, row)
	case Modelled(pkgOf(fn)):
		if c, ok := call.(*ssa.Call); ok && s.e.returnsReceiver(c) {
			s.follow(c)
		}
	case fn != nil && fn.Pkg() != nil && (std.Printer(fn.Pkg().Path()) || std.Of(fn) != nil):
	case common.IsInvoke() && common.Value == v: // A getter, or the library's own hook.
	default:
		s.handedOver(v, call, fn)
	}
}

// modelled is a library's function that gets the claims.
func (s *claimSet) modelled(v ssa.Value, call ssa.CallInstruction, row *model.Func) {
	common := call.Common()
	c, isCall := call.(*ssa.Call)
	if row.Does == model.BuildsToken && isCall {
		s.tokenFields(c)
		return
	}
	if row.Does != model.SetsClaim {
		return
	}
	defer func() {
		if isCall && s.e.returnsReceiver(c) {
			s.follow(c)
		}
	}()
	if row.Check == model.All {
		s.merged(call, OperandAt(common, row.Claims))
		return
	}
	if OperandAt(common, row.Claims) != v {
		return
	}
	name, value := string(row.Check), OperandAt(common, row.Value)
	if row.Named != model.None {
		named := s.e.eval(OperandAt(common, row.Named), call.Pos())
		if named.Kind != Literal {
			s.unseen = append(s.unseen, call)
			return
		}
		name = named.Text
	}
	switch {
	case name != string(model.Exp):
	case std.IsDuration(value.Type()):
		s.sets = append(s.sets, expSet{call, s.e.expIn(value, call)})
	default:
		s.sets = append(s.sets, expSet{call, s.e.expOfDate(value, call, 0)})
	}
}

// merged adds other claims: they change the exp only where they have one.
func (s *claimSet) merged(call ssa.CallInstruction, other ssa.Value) {
	exp := s.e.expOf(other, call, s.depth+1)
	if len(exp) == 1 && exp[0].Dating == Undated && exp[0].Only == nil {
		return
	}
	s.sets = append(s.sets, expSet{call, exp})
}

// handedOver is a function of the program's that gets the claims: it may set
// the exp itself.
func (s *claimSet) handedOver(v ssa.Value, call ssa.CallInstruction, fn *types.Func) {
	callee := s.e.source(call.Common().StaticCallee())
	if callee == nil || s.depth > 3 {
		if !s.e.issuesGiven(fn) {
			s.unseen = append(s.unseen, call)
		}
		return
	}
	for i, p := range callee.Params {
		if operand(call.Common(), i) != v {
			continue
		}
		inner := s.e.claimSet(p, s.depth+1)
		if len(inner.unseen) > 0 {
			s.unseen = append(s.unseen, call)
		}
		for _, set := range inner.sets {
			s.sets = append(s.sets, expSet{call, s.e.expAtCall(set.exp, callee, call, s.depth)})
		}
	}
}

// overlaid is what the exp may be when sink runs: what sets it before then, or
// the base where a way leads past all of them.
func (s *claimSet) overlaid(sink ssa.Instruction, base func() []Exp) []Exp {
	for _, at := range s.unseen {
		if runsBefore(at, sink) {
			return unseenExp
		}
	}
	var out []Exp
	var before []expSet
	for _, set := range s.sets {
		if runsBefore(set.at, sink) {
			before = append(before, set)
			out = append(out, set.exp...)
		}
	}
	if len(before) == 0 {
		return base()
	}
	past, conds := s.waysPast(before, sink)
	if !past {
		return out
	}
	for _, cond := range conds {
		for _, x := range base() {
			if x.Only == nil {
				out = append(out, s.e.provided(x, s.e.numbersOf(cond.value), cond.Condition)...)
			}
		}
	}
	return out
}
