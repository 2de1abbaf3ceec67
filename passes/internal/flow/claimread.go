package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Which values are read from a token without a type: elements of a map of
// claims, and of what such an element holds in turn; what a library's getter
// returns; fields of a claims struct of type any.

// claimRead is a value of an interface type that a token decides.
type claimRead struct {
	name string    // of the claim, "" if it is not in view
	from ssa.Value // the claims, or what the claim is a part of
	// within is the assertion, of the kind that panics, on which the value
	// depends already; nil for none.
	within *ssa.TypeAssert
	// key of the request's context that the value has come through, "" if none.
	key   string
	steps []Step
}

// claimOf tells whether a value is read from a token; nil if it is not.
func (e *engine) claimOf(v ssa.Value) *claimRead {
	switch v := v.(type) {
	case *ssa.ChangeInterface:
		return e.claimOf(v.X)
	case *ssa.Lookup:
		return e.lookedUp(v)
	case *ssa.Index:
		return e.partOf(v.X)
	case *ssa.Call:
		return e.gotClaim(v)
	case *ssa.Extract:
		return e.claimIn(v)
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.IndexAddr:
			return e.partOf(addr.X)
		case *ssa.FieldAddr:
			return claimField(addr)
		case *ssa.Alloc:
			if stores := e.storesTo(addr); len(stores) == 1 {
				return e.claimOf(stores[0].Val)
			}
		}
	}
	return nil
}

// claimIn is claimOf for a part of a tuple.
func (e *engine) claimIn(v *ssa.Extract) *claimRead {
	switch tuple := v.Tuple.(type) {
	case *ssa.Lookup:
		if v.Index == 0 {
			return e.lookedUp(tuple)
		}
	case *ssa.Call:
		if v.Index == 0 {
			return e.gotClaim(tuple)
		}
	case *ssa.Next:
		if r, ok := tuple.Iter.(*ssa.Range); ok && v.Index == 2 {
			if e.readMap(r.X) {
				return &claimRead{from: r.X}
			}
			return e.partOf(r.X)
		}
	}
	return nil
}

// lookedUp is claims["sub"], or an element of an object in a claim.
func (e *engine) lookedUp(l *ssa.Lookup) *claimRead {
	if !e.readMap(l.X) {
		return e.partOf(l.X)
	}
	out := &claimRead{from: l.X}
	if key := e.eval(l.Index, l.Pos()); key.Kind == Literal {
		out.name = key.Text
	}
	return out
}

// partOf is what the elements of a list or object are that was asserted of a claim.
func (e *engine) partOf(v ssa.Value) *claimRead {
	if ex, ok := v.(*ssa.Extract); ok && ex.Index == 0 {
		v = ex.Tuple
	}
	assert, ok := v.(*ssa.TypeAssert)
	if !ok {
		return nil
	}
	whole := e.claimOf(assert.X)
	if whole == nil {
		return nil
	}
	out := *whole
	out.from = assert
	if !assert.CommaOk {
		out.within = assert
	}
	return &out
}

// gotClaim is what a library's getter of one claim returns without a type.
func (e *engine) gotClaim(call *ssa.Call) *claimRead {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil || row.Does != model.GetsClaim || row.Check == model.All || row.Into != model.None || !types.IsInterface(firstResult(call)) {
		return nil
	}
	out := &claimRead{name: string(row.Check), from: OperandAt(call.Common(), model.Recv)}
	if name := e.at(call, row.Named); name.Kind == Literal {
		out.name = name.Text
	}
	return out
}

func firstResult(call *ssa.Call) types.Type {
	if results := call.Common().Signature().Results(); results.Len() > 0 {
		return results.At(0).Type()
	}
	return types.Typ[types.Invalid]
}

// claimField is a field without a type of a claims struct.
func claimField(addr *ssa.FieldAddr) *claimRead {
	f := ssax.Field(addr.X.Type(), addr.Field)
	if f == nil || !types.IsInterface(f.Type()) || !embedsClaims(addr.X.Type()) {
		return nil
	}
	return &claimRead{name: claimOfTag(addr.X.Type(), f), from: addr.X}
}
