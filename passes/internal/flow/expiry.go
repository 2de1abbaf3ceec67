package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Dating says what is known of the exp of claims.
type Dating int

const (
	// DatingUnseen: something out of view may set it.
	DatingUnseen Dating = iota
	// Undated: nothing sets it, so the token never expires.
	Undated
	// Dated: it is Exp.Date.
	Dated
	// GivenClaims: the claims are those of operand Exp.Operand of a function.
	GivenClaims
)

// Exp is one possibility of what the exp of claims is. Which operands it
// depends on is filled in at the callers, as with Value; it travels in facts.
type Exp struct {
	Dating  Dating
	Date    Number // in seconds
	Operand int
	// Only: it is so only if a condition on an operand holds.
	Only  *Condition
	Steps []Step

	owner *ssa.Function
	set   ssa.Value // what is stored, in this package
}

// Condition compares an operand with a number; nil and false are 0.
type Condition struct {
	Operand int
	Op      token.Token
	Than    float64

	owner *ssa.Function
}

// depends returns the function on whose operands a possibility depends, or nil.
func (x Exp) depends() *ssa.Function {
	switch {
	case x.Only != nil:
		return x.Only.owner
	case x.Dating == GivenClaims:
		return x.owner
	case x.Dating == Dated && x.Date.Factor != 0 && x.Life().Verdict != WrongUnit:
		return x.Date.owner
	}
	return nil
}

var unseenExp = []Exp{{}}

// expOf lists what the exp of claims may be when sink runs; nil stands for
// the end of the function.
func (e *engine) expOf(claims ssa.Value, sink ssa.Instruction, depth int) []Exp {
	if depth == 0 {
		e.expSteps = 0
	}
	e.expSteps++
	if depth > maxExpDepth || e.expSteps > maxExpSteps {
		return unseenExp
	}
	s := e.claimSet(claims, depth)
	base := func() []Exp { return e.baseExp(s.root, sink, depth) }
	out := s.overlaid(sink, base)
	if len(out) > maxElems {
		return unseenExp
	}
	return out
}

// maxExpDepth bounds the steps from a signing call to where claims are built,
// and maxExpSteps those on all ways there: functions that call each other would
// multiply them.
const (
	maxExpDepth = 10
	maxExpSteps = 500
)

// baseExp is what the exp is before the function changes it: where the claims
// come from.
func (e *engine) baseExp(v ssa.Value, sink ssa.Instruction, depth int) []Exp {
	switch v := v.(type) {
	case *ssa.MakeMap:
		return []Exp{{Dating: Undated}}
	case *ssa.Parameter:
		return []Exp{{Dating: GivenClaims, Operand: paramIndex(v), owner: v.Parent()}}
	case *ssa.Phi:
		var out []Exp
		for _, edge := range v.Edges {
			out = append(out, e.expOf(edge, sink, depth+1)...)
		}
		return out
	case *ssa.Alloc:
		return e.expOfStruct(v, sink, depth)
	case *ssa.UnOp:
		return e.expAt(v.X, sink, depth)
	case *ssa.Call:
		return e.expOfResult(v, 0, depth)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.expOfResult(call, v.Index, depth)
		}
	case *ssa.FreeVar:
		if captured := e.captured(v); len(captured) == 1 {
			return e.expOf(captured[0], nil, depth+1)
		}
	}
	return unseenExp
}

// expAt is what is stored in a variable.
func (e *engine) expAt(addr ssa.Value, sink ssa.Instruction, depth int) []Exp {
	switch addr := addr.(type) {
	case *ssa.Alloc:
		if _, ok := deref(addr.Type()).Underlying().(*types.Struct); ok {
			return e.expOf(addr, sink, depth+1)
		}
		stores, ok := e.onlyStores(addr)
		if !ok {
			return unseenExp
		}
		var out []Exp
		for _, store := range stores {
			out = append(out, e.expOf(store.Val, sink, depth+1)...)
		}
		return out
	case *ssa.FreeVar:
		if captured := e.captured(addr); len(captured) == 1 {
			return e.expAt(captured[0], nil, depth+1)
		}
	case *ssa.Parameter:
		return e.baseExp(addr, sink, depth)
	case *ssa.FieldAddr:
		if stores := e.fieldStores[ssax.Field(addr.X.Type(), addr.Field)]; isClaimsOfToken(addr) && len(stores) == 1 {
			return e.expOf(stores[0].Val, sink, depth+1)
		}
	}
	return unseenExp
}

// isClaimsOfToken reports whether an address is that of the claims in a token.
func isClaimsOfToken(addr *ssa.FieldAddr) bool {
	claim, ok := claimedField(addr.X.Type(), ssax.Field(addr.X.Type(), addr.Field))
	return ok && claim == "claims" && holdsOf(addr.X) == holdsToken
}

// expOfResult is the exp of claims that a call returns.
func (e *engine) expOfResult(call *ssa.Call, index, depth int) []Exp {
	fn := ssax.Callee(call.Common())
	if row := e.row(fn); row != nil {
		switch row.Does {
		case model.BuildsClaims, model.BuildsToken:
			return []Exp{{Dating: Undated}}
		case model.FinishesClaims:
			if v := OperandAt(call.Common(), row.Claims); v != nil {
				return e.expOf(v, call, depth+1)
			}
		}
		return unseenExp
	}
	if callee := e.source(call.Common().StaticCallee()); callee != nil {
		var out []Exp
		for _, ret := range e.returns(callee) {
			if index < len(ret.results) && !ret.fails {
				last := ret.block.Instrs[len(ret.block.Instrs)-1]
				out = append(out, e.expOf(ret.results[index], last, depth+1)...)
			}
		}
		return e.expAtCall(withoutFallback(out), callee, call, depth)
	}
	if fact := e.fact(fn); fact != nil {
		for _, made := range fact.Made {
			if made.Result == index {
				return e.expAtCall(placedExp(made.Exp, call.Pos()), nil, call, depth)
			}
		}
	}
	return unseenExp
}

// withoutFallback drops claims without exp among others that are out of view:
// what is returned where there are none to return is not issued.
func withoutFallback(list []Exp) []Exp {
	unseen := func(x Exp) bool { return x.Dating == DatingUnseen }
	if !slices.ContainsFunc(list, unseen) {
		return list
	}
	return slices.DeleteFunc(list, func(x Exp) bool { return x.Dating == Undated && x.Only == nil })
}

// expAtCall fills in what a possibility has left to the operands of callee
// (nil: those of a fact).
func (e *engine) expAtCall(list []Exp, callee *ssa.Function, call ssa.CallInstruction, depth int) []Exp {
	var out []Exp
	for _, x := range list {
		if x.Only != nil && x.Only.owner == callee {
			out = append(out, e.underCondition(x, call)...)
			continue
		}
		switch {
		case x.Dating == GivenClaims && x.owner == callee:
			given := unseenExp
			if arg := operand(call.Common(), x.Operand); arg != nil {
				given = e.expOf(arg, call, depth+1)
			}
			out = append(out, given...)
		case x.Dating == Dated && x.Date.Factor != 0 && x.Date.owner == callee:
			for _, n := range e.numbersAtCall([]Number{x.Date}, callee, call) {
				c := x
				c.Date = n
				out = append(out, dated(c))
			}
		default:
			out = append(out, x)
		}
	}
	return out
}

// dated is a date that may be none: a 0 is left out of the token.
func dated(x Exp) Exp {
	if x.Date.zero() && x.Only == nil {
		x.Dating = Undated
	}
	return x
}

// underCondition keeps a possibility where a call proves its condition, or
// leaves it to the caller's own operands.
func (e *engine) underCondition(x Exp, call ssa.CallInstruction) []Exp {
	arg := operand(call.Common(), x.Only.Operand)
	if arg == nil {
		return nil
	}
	cond := *x.Only
	x.Only = nil
	return e.provided(x, e.numbersOf(arg), cond)
}

// provided is a possibility that a number decides about: it is kept if the
// condition holds for one that is in view.
func (e *engine) provided(x Exp, numbers []Number, cond Condition) []Exp {
	var out []Exp
	for _, n := range numbers {
		switch {
		case n.fixed() && cond.holdsFor(n.Amount):
			return []Exp{x}
		case n.Factor > 0 && n.Amount == 0 && !n.Open && n.Now == 0:
			c := x
			c.Only = &Condition{Operand: n.Operand, Op: cond.Op, Than: cond.Than / n.Factor, owner: n.owner}
			out = append(out, c)
		}
	}
	return out
}

func (c Condition) holdsFor(n float64) bool {
	switch c.Op {
	case token.EQL:
		return n == c.Than
	case token.NEQ:
		return n != c.Than
	case token.LSS:
		return n < c.Than
	case token.LEQ:
		return n <= c.Than
	case token.GTR:
		return n > c.Than
	case token.GEQ:
		return n >= c.Than
	}
	return false
}
