package flow

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Assertion is a type assertion, of the kind that panics, on what a token
// decides, where nothing has made sure of the type.
type Assertion struct {
	Expr  *ast.TypeAssertExpr
	Claim string     // its name, "" if it is not in view
	Type  types.Type // what it is taken for
	// Holds is the type that the claims have, where that is another one: the
	// assertion panics on every token. Nil for a claim.
	Holds types.Type
	// Key is that of the request's context through which the claim has come.
	Key   string
	Steps []Step
}

// Assertions lists them in source order. Of several in one expression the
// first one tells it all.
func (r *Result) Assertions() []Assertion {
	if r.engine == nil {
		return nil
	}
	exprs := r.engine.parens().assertions
	var out []Assertion
	for _, fn := range r.engine.funcs {
		if recovers(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				assert, ok := instr.(*ssa.TypeAssert)
				if !ok || assert.CommaOk || exprs[assert.Pos()] == nil {
					continue
				}
				if a := r.assertion(assert); a != nil {
					a.Expr = exprs[assert.Pos()]
					out = append(out, *a)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Assertion) int { return int(a.Expr.Lparen - b.Expr.Lparen) })
	return out
}

// assertion judges one; nil if nothing is wrong with it.
func (r *Result) assertion(assert *ssa.TypeAssert) *Assertion {
	e := r.engine
	if held := e.claimsHeld(assert); held != nil {
		return &Assertion{Type: assert.AssertedType, Holds: held}
	}
	read := e.claimOf(assert.X)
	if read == nil {
		read = e.fromContext(assert.X)
	}
	if read == nil || read.within != nil || e.tested(assert, read) || e.established(read, assert.AssertedType, assert.Block(), 0) {
		return nil
	}
	// Have: a claim whose type nobody has looked at on the way.
	if r.alwaysIssued(read.name, assert.AssertedType) || r.required(read.name, assert.AssertedType) {
		return nil
	}
	return &Assertion{Claim: read.name, Type: assert.AssertedType, Key: read.key, Steps: read.steps}
}

// recovers reports whether a function, or one around it, stops panics.
func recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			d, ok := instr.(*ssa.Defer)
			if !ok {
				continue
			}
			if deferred := functionOf(d.Call.Value); deferred != nil && callsRecover(deferred) {
				return true
			}
		}
	}
	return false
}

func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if builtin, ok := call.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "recover" {
					return true
				}
			}
		}
	}
	return false
}

// claimsHeld is the type of a token's claims, if the call that has parsed the
// token made them of another type than is asserted; else nil.
func (e *engine) claimsHeld(assert *ssa.TypeAssert) types.Type {
	tok := tokenOfClaims(assert.X)
	if tok == nil || types.IsInterface(assert.AssertedType) {
		return nil
	}
	row := e.makerOf(tok)
	if row == nil || row.Does != model.Verifies && row.Does != model.ParsesUnverified || row.Claims == model.None {
		return nil // Without such an operand claims are a map, which is what everybody takes them for.
	}
	made, ok := OperandAt(makingCall(tok).Common(), row.Claims).(*ssa.MakeInterface)
	if !ok || types.Identical(made.X.Type(), assert.AssertedType) {
		return nil
	}
	return made.X.Type()
}

// tested reports whether the way to an assertion goes through a test that the
// same claim is of that type.
func (e *engine) tested(assert *ssa.TypeAssert, read *claimRead) bool {
	for _, b := range assert.Parent().Blocks {
		for _, instr := range b.Instrs {
			test, ok := instr.(*ssa.TypeAssert)
			if !ok || !test.CommaOk || !types.Identical(test.AssertedType, assert.AssertedType) {
				continue
			}
			other := e.claimOf(test.X)
			same := test.X == assert.X || other != nil && other.name == read.name && read.name != "" && other.from == read.from
			if same && e.passed(test, assert.Block()) {
				return true
			}
		}
	}
	return false
}

// passed reports whether a block is reached only where a test holds.
func (e *engine) passed(test *ssa.TypeAssert, block *ssa.BasicBlock) bool {
	for _, ref := range *test.Referrers() {
		ex, ok := ref.(*ssa.Extract)
		if !ok || ex.Index != 1 {
			continue
		}
		for _, use := range *ex.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok {
				continue
			}
			yes := branch.Block().Succs[0]
			if ssax.OnlyBy(yes, block) {
				return true
			}
			// A way around the branch that holds: if !ok { return }.
			no := branch.Block().Succs[1]
			if branch.Block().Dominates(block) && !ssax.Reach(no, nil, nil).Has(block) {
				return true
			}
		}
	}
	return false
}
