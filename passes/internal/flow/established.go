package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What equals a value of some type is of that type itself: a claim that was compared
// with a text is a text. The comparison may stand in a function that is given
// the claims and whose outcome is heeded.

// established reports whether no way leads to a block around the outcomes that make
// sure of a claim's type.
func (e *engine) established(read *claimRead, t types.Type, block *ssa.BasicBlock, depth int) bool {
	cut := make(map[ssax.Edge]bool)
	for _, b := range block.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		yes, no := e.typeBy(branch.Cond, read, t, depth)
		if yes {
			cut[ssax.Edge{Block: b, Index: 0}] = true
		}
		if no {
			cut[ssax.Edge{Block: b, Index: 1}] = true
		}
	}
	return len(cut) > 0 && !ssax.Reach(block.Parent().Blocks[0], cut, nil).Has(block)
}

// typeBy tells which outcomes of a condition make sure of a claim's type.
func (e *engine) typeBy(cond ssa.Value, read *claimRead, t types.Type, depth int) (yes, no bool) {
	switch v := cond.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			no, yes = e.typeBy(v.X, read, t, depth)
		}
		return yes, no
	case *ssa.BinOp:
		equal := v.Op == token.EQL
		if !equal && v.Op != token.NEQ {
			return false, false
		}
		sure := e.sameClaim(v.X, read) && hasType(v.Y, t) || e.sameClaim(v.Y, read) && hasType(v.X, t)
		if isNilTest(v) && ssax.IsError(v.X.Type()) {
			sure = e.typeByCall(v.X, read, t, depth)
		}
		return sure && equal, sure && !equal
	case *ssa.Extract:
		if test, ok := v.Tuple.(*ssa.TypeAssert); ok {
			return types.Identical(test.AssertedType, t) && e.sameClaim(test.X, read), false
		}
	}
	return e.typeByCall(cond, read, t, depth), false
}

// sameClaim reports whether a value is the same claim of the same claims.
func (e *engine) sameClaim(v ssa.Value, read *claimRead) bool {
	if look, ok := v.(*ssa.Lookup); ok && look.X == read.from && read.name != "" {
		key := e.eval(look.Index, look.Pos())
		return key.Kind == Literal && key.Text == read.name
	}
	other := e.claimOf(v)
	return other != nil && other.name == read.name && read.name != "" && other.from == read.from
}

func hasType(v ssa.Value, t types.Type) bool {
	made, ok := v.(*ssa.MakeInterface)
	return ok && types.Identical(made.X.Type(), t)
}

// typeByCall reports whether a call that is given the claims makes sure of the
// type, where the result in question is true or no error. One out of view may.
func (e *engine) typeByCall(result ssa.Value, read *claimRead, t types.Type, depth int) bool {
	call, ok := tupleOf(result).(*ssa.Call)
	if !ok || depth >= maxTestDepth {
		return false
	}
	index := 0
	if ex, ok := result.(*ssa.Extract); ok {
		index = ex.Index
	}
	for i := range call.Common().Signature().Params().Len() + 1 {
		arg := operand(call.Common(), i)
		for arg != nil && arg != read.from {
			arg = unwrap(arg)
		}
		if arg == nil {
			continue
		}
		callee := e.source(call.Common().StaticCallee())
		if callee == nil {
			return e.outOfView(call)
		}
		if i < len(callee.Params) && e.typeAtReturns(callee, index, &claimRead{name: read.name, from: callee.Params[i]}, t, depth+1) {
			return true
		}
	}
	return false
}

// outOfView reports whether a call runs code of the project, or of others, of which
// nothing is known. A library of tokens leaves the types of other claims alone.
func (e *engine) outOfView(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		_, builtin := call.Common().Value.(*ssa.Builtin)
		return !builtin
	}
	return e.row(fn) == nil && jwt.LibraryOf(fn.Pkg().Path()) == nil && !e.plain(fn)
}

// typeAtReturns reports whether each way on which a function may return true, or no
// error, has made sure of the type.
func (e *engine) typeAtReturns(fn *ssa.Function, index int, read *claimRead, t types.Type, depth int) bool {
	good := 0
	for _, way := range e.returns(fn) {
		result := way.results[index]
		if c, ok := result.(*ssa.Const); way.fails || ok && c.Value != nil && !constant.BoolVal(c.Value) {
			continue
		}
		good++
		if own, _ := e.typeBy(result, read, t, depth); !own && !e.established(read, t, way.block, depth) {
			return false
		}
	}
	return good > 0
}
