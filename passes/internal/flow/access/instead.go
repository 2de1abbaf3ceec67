package access

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Who counts visits asks who the caller is, and takes the address where there is
// none. That it turns some away has nothing to do with tokens.

// instead reports whether a scope that reads who the caller is goes on with
// something else in the caller's place if there is none.
func (u *unit) instead(scope int) bool {
	for _, fn := range u.funcs {
		if u.scopes[fn] != scope {
			continue
		}
		for _, b := range fn.Blocks {
			if nobody, somebody := u.callerSides(b); nobody != nil && u.goesOnWithout(b, nobody, somebody) {
				return true
			}
		}
	}
	return false
}

// callerSides is where a block goes on without a caller, and with one, if that
// is what its branch asks; nil if it is not.
func (u *unit) callerSides(b *ssa.BasicBlock) (nobody, somebody *ssa.BasicBlock) {
	if len(b.Instrs) == 0 {
		return nil, nil
	}
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nil, nil
	}
	switch x := cond.Cond.(type) {
	case *ssa.Extract:
		if x.Index == 1 && isBool(x.Type()) && u.tellsWho(x.Tuple) {
			return b.Succs[1], b.Succs[0]
		}
	case *ssa.BinOp:
		c, ok := x.Y.(*ssa.Const)
		if !ok || !zero(c) || !u.deep(x.X).has(identity) {
			return nil, nil
		}
		switch x.Op.String() {
		case "==":
			return b.Succs[0], b.Succs[1]
		case "!=":
			return b.Succs[1], b.Succs[0]
		}
	}
	return nil, nil
}

// tellsWho reports whether what comes with a yes or no is the caller.
func (u *unit) tellsWho(tuple ssa.Value) bool {
	call, ok := tuple.(ssa.CallInstruction)
	if !ok {
		return u.get(tuple).has(identity)
	}
	results := u.tuples[call]
	return len(results) > 0 && results[0].has(identity)
}

// zero reports whether a constant is nil or the empty string.
func zero(c *ssa.Const) bool {
	return c.IsNil() || c.Value != nil && c.Value.Kind() == constant.String && constant.StringVal(c.Value) == ""
}

// goesOnWithout reports whether the side of a branch without a caller hands the
// request on or returns something, and leaves nowhere of its own.
func (u *unit) goesOnWithout(b, nobody, somebody *ssa.BasicBlock) bool {
	stop := map[*ssa.BasicBlock]bool{b: true}
	here, there := ssax.Reach(nobody, nil, stop), ssax.Reach(somebody, nil, stop)
	on, away := false, false
	for after := range here.All() {
		next := false
		for _, instr := range after.Instrs {
			switch x := instr.(type) {
			case ssa.CallInstruction:
				next = next || u.callsNext(x)
				away = away || !there.Has(after) && u.turnsAway(x)
			case *ssa.Return:
				value := fills(x)
				on = on || value
				away = away || !there.Has(after) && !value && !next
			case *ssa.Panic:
				away = away || !there.Has(after)
			}
		}
		on = on || next
	}
	return on && !away
}

// fills reports whether a function returns a text that is not empty, and no
// word on whether that is right.
func fills(ret *ssa.Return) bool {
	if len(ret.Results) != 1 {
		return false
	}
	basic, ok := ret.Results[0].Type().Underlying().(*types.Basic)
	if !ok || basic.Info()&types.IsString == 0 {
		return false
	}
	values := []ssa.Value{ret.Results[0]}
	if phi, ok := ret.Results[0].(*ssa.Phi); ok {
		values = phi.Edges
	}
	for _, v := range values {
		if c, ok := v.(*ssa.Const); ok && zero(c) {
			return false
		}
	}
	return true
}
