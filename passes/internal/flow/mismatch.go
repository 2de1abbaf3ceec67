package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// cause is why a token is refused: it does not verify, or a claim differs from
// what is expected.
type cause struct {
	pos, end token.Pos
	claim    string
	call     *ssa.Call // that verifies; nil for a comparison
}

// mismatch tells which outcome of a condition says that a token is not what it
// should be.
type mismatch struct{ yes, no *cause }

func (m mismatch) swap() mismatch { return mismatch{yes: m.no, no: m.yes} }

// mismatchOf reads a condition.
func (a *Audit) mismatchOf(cond ssa.Value, depth int) mismatch {
	if depth > maxTestDepth {
		return mismatch{}
	}
	switch x := cond.(type) {
	case *ssa.UnOp:
		switch x.Op {
		case token.NOT:
			return a.mismatchOf(x.X, depth+1).swap()
		case token.MUL:
			if addr, ok := x.X.(*ssa.FieldAddr); ok {
				return mismatch{no: a.invalid(addr.X, addr.Field, x.Block())}
			}
			if held := storedBefore(x); held != nil {
				return a.mismatchOf(held, depth+1)
			}
		}
	case *ssa.Field:
		return mismatch{no: a.invalid(x.X, x.Field, x.Block())}
	case *ssa.BinOp:
		return a.comparison(x, depth)
	case *ssa.Call:
		return a.verdict(x)
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok {
			return mismatch{no: a.failure(call, x.Index)}
		}
	case *ssa.Phi:
		return a.stored(x, depth)
	}
	return mismatch{}
}

// stored is a condition that was kept in a variable: of each way to it, the
// value, or the branch in front of a constant.
func (a *Audit) stored(phi *ssa.Phi, depth int) mismatch {
	var out mismatch
	for i, edge := range phi.Edges {
		m := a.mismatchOf(edge, depth+1)
		if c, ok := edge.(*ssa.Const); ok && c.Value != nil {
			m = mismatch{}
			if pred := phi.Block().Preds[i]; len(pred.Succs) == 2 {
				way := a.mismatchOf(pred.Instrs[len(pred.Instrs)-1].(*ssa.If).Cond, depth+1)
				took := way.yes
				if pred.Succs[1] == phi.Block() {
					took = way.no
				}
				if c.Value.String() == "true" {
					m.yes = took
				} else {
					m.no = took
				}
			}
		}
		if out.yes == nil {
			out.yes = m.yes
		}
		if out.no == nil {
			out.no = m.no
		}
	}
	return out
}

// comparison is one of an error or a result with nil, of a bool or number with a
// constant, or of a claim with what is expected.
func (a *Audit) comparison(cmp *ssa.BinOp, depth int) mismatch {
	if cmp.Op != token.EQL && cmp.Op != token.NEQ {
		return mismatch{}
	}
	x, y := cmp.X, cmp.Y
	if _, ok := x.(*ssa.Const); ok {
		x, y = y, x
	}
	var equal mismatch
	switch c, _ := y.(*ssa.Const); {
	case isNilTest(cmp) && ssax.IsError(x.Type()):
		equal.no = a.errorOf(x, depth)
	case isNilTest(cmp):
		if call, index := resultIn(x); call != nil && !a.pastError(call, cmp.Block()) {
			equal.yes = a.failure(call, index)
		}
	case isBoolConst(y):
		equal = a.mismatchOf(x, depth+1)
		if c.Value.String() == "false" {
			equal = equal.swap()
		}
	case c != nil && c.Value != nil && isMark(y): // subtle.ConstantTimeCompare(a, b) == 1
		if call, ok := x.(*ssa.Call); ok {
			equal = a.verdict(call)
			if isZero(y) {
				equal = equal.swap()
			}
		}
	default:
		equal.no = a.differs(cmp.Pos(), cmp.X, cmp.Y)
	}
	if cmp.Op == token.NEQ {
		return equal.swap()
	}
	return equal
}

// differs is the cause that a comparison of a claim has, nil for one of
// something else, or one that asks only whether the claim is there.
func (a *Audit) differs(pos token.Pos, values ...ssa.Value) *cause {
	claim := ""
	for _, v := range values {
		if a.eval(v, pos).Kind == Empty || isMark(v) {
			return nil
		}
		if claim == "" {
			claim = a.whose(v, 0)
		}
	}
	if claim == "" {
		return nil
	}
	return &cause{pos: pos, end: pos, claim: claim}
}

// whose is the claim that a value is, in whatever form, if it says whose the
// token is, who has issued it or for whom. What was looked up by a claim is not it.
func (a *Audit) whose(v ssa.Value, depth int) string {
	for _, alt := range a.eval(v, v.Pos()).Alternatives() {
		if alt.Kind == Claimed && !alt.InHeader() && tellsWho(alt.Text) {
			return alt.Text
		}
	}
	for x := unwrap(v); x != nil; x = unwrap(x) {
		v = x
	}
	call, ok := tupleOf(v).(*ssa.Call)
	if !ok || depth > maxTestDepth || len(call.Call.Args) != 1 || a.source(call.Call.StaticCallee()) != nil {
		return ""
	}
	return a.whose(call.Call.Args[0], depth+1) // strconv.Atoi, uuid.Parse
}

// isMark reports whether a value is nothing, or a bool or number in the source:
// no expected value.
func isMark(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.Value == nil || !isText(c.Type()))
}

// tellsWho reports whether a claim says whose the token is, who has issued it or
// for whom.
func tellsWho(claim string) bool {
	switch model.Claim(claim) {
	case model.Aud, model.Iss, model.Sub:
		return true
	}
	return slices.ContainsFunc(data.Words(claim), func(word string) bool {
		return slices.Contains([]string{"user", "uid", "userid", "username", "email", "subject", "account", "tenant"}, word)
	})
}

// verdict is a call whose result says yes or no.
func (a *Audit) verdict(call *ssa.Call) mismatch {
	fn := ssax.Callee(call.Common())
	if row := std.Of(fn); row != nil {
		if row.Does == std.Matches {
			_, args := ssax.Args(call.Common())
			c := a.differs(call.Pos(), args...)
			if c != nil {
				c.pos, c.end = a.span(call)
			}
			return mismatch{no: c}
		}
		return mismatch{}
	}
	if fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "errors" && fn.Name() == "Is" {
		return mismatch{yes: a.isForged(call)}
	}
	return mismatch{no: a.failure(call, 0)}
}

// isForged is errors.Is(err, jwt.ErrTokenSignatureInvalid).
func (a *Audit) isForged(call *ssa.Call) *cause {
	load, ok := call.Call.Args[1].(*ssa.UnOp)
	if !ok {
		return nil
	}
	global, ok := load.X.(*ssa.Global)
	if !ok || global.Object() == nil || global.Object().Pkg() == nil {
		return nil
	}
	lib := jwt.LibraryOf(global.Object().Pkg().Path())
	if lib == nil || !slices.Contains(lib.Failure.Forged, global.Object().Name()) {
		return nil
	}
	return a.errorOf(call.Call.Args[0], 0)
}

// errorOf is the verification that an error comes from.
func (a *Audit) errorOf(v ssa.Value, depth int) *cause {
	if depth > maxTestDepth {
		return nil
	}
	switch x := v.(type) {
	case *ssa.Phi:
		for _, edge := range x.Edges {
			if c := a.errorOf(edge, depth+1); c != nil {
				return c
			}
		}
	case *ssa.UnOp:
		if held := storedBefore(x); held != nil {
			return a.errorOf(held, depth+1)
		}
	}
	if call, index := resultIn(v); call != nil {
		return a.failure(call, index)
	}
	return nil
}

// resultIn is the call, and which of its results, that a value is.
func resultIn(v ssa.Value) (*ssa.Call, int) {
	switch x := v.(type) {
	case *ssa.Call:
		return x, 0
	case *ssa.Extract:
		call, _ := x.Tuple.(*ssa.Call)
		return call, x.Index
	case *ssa.UnOp:
		if held := storedBefore(x); held != nil {
			return resultIn(held)
		}
	}
	return nil, 0
}

// storedBefore is what a variable of the function holds where it is loaded: what
// the last store in front of that has put there, nil if there is none in view.
func storedBefore(load *ssa.UnOp) ssa.Value {
	addr, ok := load.X.(*ssa.Alloc)
	if !ok || load.Op != token.MUL {
		return nil
	}
	for b, i := load.Block(), slices.Index(load.Block().Instrs, ssa.Instruction(load)); b != nil; {
		for i--; i >= 0; i-- {
			if store, ok := b.Instrs[i].(*ssa.Store); ok && store.Addr == addr {
				return store.Val
			}
		}
		if b = b.Idom(); b != nil {
			i = len(b.Instrs)
		}
	}
	return nil
}
