package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A test that stands behind the question whether a token has the claim at all is not
// made of tokens without it: "if exp != nil && exp.Before(now)" lets those pass. That they do
// is only certain where the function returns well for them, in so many words.

// judged notes what is done with the claim, a comparison or a call that gets it. For
// the expiry, what is done only if there is one counts as a check that tokens
// without it pass, and the question whether there is one as none.
func (t *tracker) judged(instr ssa.Value, block *ssa.BasicBlock, pos token.Pos, otherwise func()) {
	_, whether := t.thereIf(instr)
	switch {
	case t.claim != model.Exp || !t.ifThere(block) && !whether:
		otherwise()
	case t.demandedBy(instr, block):
		otherwise()
	case !whether:
		before := t.best
		otherwise()
		if t.best.State > before.State {
			t.best = before
			t.found(IfPresent, pos)
		}
	}
}

// isTested reports whether a value is compared with nil or 0, or whether its
// presence or type is asked for.
func isTested(v ssa.Value) bool {
	return testsOf(v, func(ssa.Value, *ssa.BasicBlock) bool { return true })
}

// demands reports whether such a test may be one that tokens without the claim do
// not pass.
func (t *tracker) demands(v ssa.Value) bool { return testsOf(v, t.demandedBy) }

// testsOf reports whether a test of a value, which stands in a block, counts.
func testsOf(v ssa.Value, counts func(test ssa.Value, block *ssa.BasicBlock) bool) bool {
	if v.Referrers() == nil {
		return false
	}
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			return ref.Op != token.ADD && ref.Op != token.SUB && counts(ref, ref.Block())
		case *ssa.TypeAssert:
			test := inTuple(ref, 1)
			if test == nil {
				test = ref
			}
			return ref.CommaOk && counts(test, ref.Block())
		case *ssa.Extract:
			return ref.Index == 1 && counts(ref, ref.Block())
		case ssa.CallInstruction: // exp.Before(now), exp.IsZero()
			recv, _ := ssax.Args(ref.Common())
			return recv == v && counts(ref.Value(), ref.Block())
		}
		return false
	})
}

// demandedBy reports whether tokens without the claim may fail a test that stands
// in block.
func (t *tracker) demandedBy(test ssa.Value, block *ssa.BasicBlock) bool {
	if t.ifThere(block) {
		return false
	}
	if _, ok := t.thereIf(test); !ok {
		return true
	}
	for _, ref := range *test.Referrers() {
		branch, ok := ref.(*ssa.If)
		if !ok {
			return true
		}
		_, without, _ := t.presence(branch)
		if without == nil || !t.passesFrom(without) {
			return true
		}
	}
	return false
}

// ifThere reports whether a block is reached only if the token has the claim, and
// tokens without it pass elsewhere.
func (t *tracker) ifThere(block *ssa.BasicBlock) bool {
	if t.fillsIn(block.Parent()) {
		return false
	}
	for _, b := range block.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		with, without, ok := t.presence(branch)
		if ok && ssax.OnlyBy(with, block) && t.passesFrom(without) {
			return true
		}
	}
	return false
}

// fillsIn reports whether a function gives the claim a value of its own: there is one
// afterwards, whatever the token says.
func (t *tracker) fillsIn(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if store, ok := instr.(*ssa.Store); ok && t.seen[store.Addr] == holdsClaim {
				return true
			}
		}
	}
	return false
}

// presence is where a branch leads to with and without the claim; ok is false if
// that is not what it asks.
func (t *tracker) presence(branch *ssa.If) (with, without *ssa.BasicBlock, ok bool) {
	there, ok := t.thereIf(branch.Cond)
	if !ok {
		return nil, nil, false
	}
	yes, no := branch.Block().Succs[0], branch.Block().Succs[1]
	if there {
		return yes, no, true
	}
	return no, yes, true
}

// thereIf tells which outcome of a condition says that the token has the claim; ok
// is false if the condition asks something else.
func (t *tracker) thereIf(cond ssa.Value) (there, ok bool) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			there, ok = t.thereIf(c.X)
			return !there, ok
		}
	case *ssa.BinOp:
		if t.seen[c.X] != holdsClaim || !isNil(c.Y) && !isZero(c.Y) {
			return false, false
		}
		return c.Op != token.EQL && c.Op != token.LEQ, c.Op == token.EQL || c.Op == token.NEQ || c.Op == token.GTR || c.Op == token.LEQ
	case *ssa.Extract:
		return true, c.Index == 1 && isBoolType(c.Type()) && t.isAbout(c.Tuple)
	case *ssa.Call:
		if c == nil {
			return false, false // A call that is deferred.
		}
		fn := ssax.Callee(c.Common())
		recv, _ := ssax.Args(c.Common())
		return false, fn != nil && fn.Name() == "IsZero" && recv != nil && t.seen[recv] == holdsClaim
	}
	return false, false
}

// isAbout reports whether a tuple is the claim with whether it is there, or of a type.
func (t *tracker) isAbout(tuple ssa.Value) bool {
	if assert, ok := tuple.(*ssa.TypeAssert); ok {
		return t.seen[assert.X] == holdsClaim
	}
	return t.seen[tuple] == holdsClaim
}

// passesFrom reports whether a function returns from a block on without an error.
func (t *tracker) passesFrom(block *ssa.BasicBlock) bool {
	from := ssax.Reach(block, nil, nil)
	for _, way := range t.returns(block.Parent()) {
		if n := len(way.results); n > 0 && from.Has(way.block) && ssax.IsError(way.results[n-1].Type()) && isNil(way.results[n-1]) {
			return true
		}
	}
	return false
}
