package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// step is an instruction that is no call and does not branch. It reports
// whether the program ends there.
func (t *try) step(p *path, instr ssa.Instruction) (ends bool) {
	switch x := instr.(type) {
	case *ssa.FieldAddr:
		if p.valueOf(x.X).is == isNothing {
			return true
		}
		p.set(x, t.fieldOf(p, x.X, x.Field))
	case *ssa.Field:
		p.set(x, t.fieldOf(p, x.X, x.Field))
	case *ssa.UnOp:
		p.set(x, t.unary(p, x))
	case *ssa.BinOp:
		p.set(x, t.operation(p, x))
	case *ssa.Extract:
		p.set(x, extracted(p, x))
	case *ssa.TypeAssert:
		t.assertedAs(p, x)
	case *ssa.Lookup:
		p.set(x, t.lookedUp(p, x))
	case *ssa.Store:
		t.stored(p, x)
	case *ssa.MapUpdate:
		if p.valueOf(x.Value).is.forger() || p.valueOf(x.Key).is.forger() {
			t.kept(p, ssax.Root(x.Map), x)
		}
	case *ssa.IndexAddr:
		p.set(x, partOfKnown(p.valueOf(x.X)))
	case *ssa.Index:
		p.set(x, partOfKnown(p.valueOf(x.X)))
	case *ssa.Range:
		p.set(x, partOfKnown(p.valueOf(x.X)))
	case *ssa.Next:
		p.set(x, partOfKnown(p.valueOf(x.Iter)))
	case ssa.Value:
		if inner := unwrap(x); inner != nil {
			p.set(x, p.valueOf(inner))
		}
	}
	return false
}

// partOfKnown is what a part of a value is.
func partOfKnown(k known) known {
	if k.is.forger() {
		return known{is: isClaim}
	}
	if k.is == isFailure || k.is == isJudged {
		return known{is: isJudged}
	}
	return known{}
}

func (t *try) unary(p *path, x *ssa.UnOp) known {
	k := p.valueOf(x.X)
	switch {
	case x.Op == token.NOT:
		return k.negated()
	case x.Op != token.MUL:
		return partOfKnown(k)
	}
	if held, ok := p.mem[x.X]; ok {
		return held
	}
	if g, ok := x.X.(*ssa.Global); ok && ssax.IsError(x.Type()) {
		return known{is: isThere, global: g}
	}
	return k
}

// extracted is one result of several.
func extracted(p *path, x *ssa.Extract) known {
	if several, ok := p.many[x.Tuple]; ok {
		if x.Index < len(several) {
			return several[x.Index]
		}
		return known{}
	}
	if k := p.valueOf(x.Tuple); k.is.forger() && !ssax.IsError(x.Type()) && !isBoolType(x.Type()) {
		return k
	}
	return known{}
}

func isBoolType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// assertedAs is what an assertion makes of a value.
func (t *try) assertedAs(p *path, x *ssa.TypeAssert) {
	k := p.valueOf(x.X)
	fits := known{}
	if k.is == isFailure || k.is == isReport {
		fits = truth(false)
		if isReportType(x.AssertedType, k.lib) {
			k.is, fits = isReport, truth(true)
		} else if !types.IsInterface(x.AssertedType) {
			k = known{}
		}
	}
	if x.CommaOk {
		p.many[x] = []known{k, fits}
		return
	}
	p.set(x, k)
}

// lookedUp is what a map holds: claims by their name, or what belongs to one.
func (t *try) lookedUp(p *path, x *ssa.Lookup) known {
	k := partOfKnown(p.valueOf(x.X))
	if p.valueOf(x.Index).is.forger() {
		k = known{is: isClaim}
	}
	if x.CommaOk {
		p.many[x] = []known{k, {}}
	}
	return k
}

// stored is an assignment. What is put into a struct of this function's makes a
// claim of it.
func (t *try) stored(p *path, x *ssa.Store) {
	k := p.valueOf(x.Val)
	switch x.Addr.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		p.mem[x.Addr] = k
		return
	}
	if k.is.forger() || k.is == isFailure || k.is == isJudged {
		t.kept(p, ssax.Root(x.Addr), x)
	}
}

// kept is something put into a larger one. If that is there beyond the function, it is a use.
func (t *try) kept(p *path, root ssa.Value, instr ssa.Instruction) {
	k := known{is: isClaim}
	if store, ok := instr.(*ssa.Store); ok {
		if held := p.valueOf(store.Val); held.is == isFailure || held.is == isJudged {
			k = held
		}
	}
	switch x := root.(type) {
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Call, *ssa.Extract:
		if was := p.vals[root]; !was.is.forger() {
			p.set(root, k)
		}
	case *ssa.UnOp:
		if local, ok := x.X.(*ssa.Alloc); ok && !p.mem[local].is.forger() {
			p.mem[local] = k
		} else if !ok && k.is == isClaim {
			p.use(instr.Pos(), "what the token says is kept here")
		}
	default:
		if k.is == isClaim && !p.valueOf(root).is.forger() {
			p.use(instr.Pos(), "what the token says is kept here")
		}
	}
}
