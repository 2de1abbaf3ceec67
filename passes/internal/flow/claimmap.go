package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// readMap reports whether a map holds the claims of a token that was read,
// rather than of one that is being built.
func (e *engine) readMap(v ssa.Value) bool { return e.reads(v, make(map[ssa.Value]bool)) }

func (e *engine) reads(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.MakeMap, *ssa.Alloc:
		return e.decodedInto(v)
	case *ssa.ChangeType:
		return e.reads(v.X, seen)
	case *ssa.TypeAssert:
		return e.assertedClaims(v)
	case *ssa.Extract:
		if assert, ok := v.Tuple.(*ssa.TypeAssert); ok {
			return v.Index == 0 && e.assertedClaims(assert)
		}
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return e.returnsClaims(call, v.Index, seen)
		}
	case *ssa.Call:
		return e.returnsClaims(v, 0, seen)
	case *ssa.Parameter:
		return e.givenClaims(v, seen)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if e.reads(edge, seen) {
				return true
			}
		}
	case *ssa.UnOp:
		return e.loadsClaims(v, seen)
	}
	return false
}

func isMapClaims(t types.Type) bool {
	row, _ := jwt.TypeOf(t)
	return row != nil && row.Is == model.IsMapClaims
}

// assertedClaims reports whether an assertion takes the claims out of a token,
// or out of a context that somebody has put them into.
func (e *engine) assertedClaims(assert *ssa.TypeAssert) bool {
	if token := tokenOfClaims(assert.X); token != nil {
		row := e.makerOf(token)
		return row == nil || row.Does != model.BuildsToken
	}
	if made, ok := assert.X.(*ssa.MakeInterface); ok {
		return e.readMap(made.X)
	}
	return isMapClaims(assert.AssertedType)
}

// tokenOfClaims is the token whose field Claims a value is, or nil.
func tokenOfClaims(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	f := ssax.Field(addr.X.Type(), addr.Field)
	if row, _ := jwt.TypeOf(addr.X.Type()); f == nil || row == nil || row.Is != model.IsToken {
		return nil
	}
	if what, _ := claimedField(addr.X.Type(), f); what != "claims" {
		return nil
	}
	return addr.X
}

// makerOf is the row of the function that has returned a token, or nil.
func (e *engine) makerOf(token ssa.Value) *model.Func {
	if call := makingCall(token); call != nil {
		return e.row(ssax.Callee(call.Common()))
	}
	return nil
}

// makingCall is the call that a value is a result of, or nil.
func makingCall(v ssa.Value) *ssa.Call {
	if ex, ok := v.(*ssa.Extract); ok {
		v = ex.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// returnsClaims reports whether a call returns claims that were read: by its
// row, by the source of the function, or by its type if that is elsewhere.
func (e *engine) returnsClaims(call *ssa.Call, index int, seen map[ssa.Value]bool) bool {
	row := e.row(ssax.Callee(call.Common()))
	if row != nil && row.Does == model.GetsClaim && row.Check == model.All {
		return true
	}
	fn := e.source(call.Common().StaticCallee())
	if fn == nil {
		results := call.Common().Signature().Results()
		return index < results.Len() && isMapClaims(results.At(index).Type())
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && index < len(ret.Results) && e.reads(ret.Results[index], seen) {
			return true
		}
	}
	return false
}

// givenClaims reports whether a function is given claims that were read: by a
// caller in view, or else by its parameter's type.
func (e *engine) givenClaims(p *ssa.Parameter, seen map[ssa.Value]bool) bool {
	callers := e.callersOf(p.Parent())
	if len(callers) == 0 {
		return isMapClaims(p.Type())
	}
	for _, call := range callers {
		if arg := operand(call.Common(), paramIndex(p)); arg != nil && e.reads(arg, seen) {
			return true
		}
	}
	return false
}

// loadsClaims is reads for a variable or field.
func (e *engine) loadsClaims(load *ssa.UnOp, seen map[ssa.Value]bool) bool {
	addrs := []ssa.Value{load.X}
	if fv, ok := load.X.(*ssa.FreeVar); ok {
		addrs = e.captured(fv)
	}
	for _, addr := range addrs {
		if e.decodedInto(addr) {
			return true
		}
		for _, store := range e.storesTo(addr) {
			if e.reads(store.Val, seen) {
				return true
			}
		}
	}
	if f, ok := load.X.(*ssa.FieldAddr); ok && isMapClaims(load.Type()) {
		field := ssax.Field(f.X.Type(), f.Field)
		return field != nil && field.Embedded() // A claims type of one's own.
	}
	return false
}

// decodedInto reports whether a library decodes claims to a map or variable.
func (e *engine) decodedInto(v ssa.Value) bool {
	if e.decoded == nil {
		e.decoded = make(map[ssa.Value]bool)
		for _, call := range e.allCalls {
			e.indexDecoded(call)
		}
	}
	return e.decoded[v]
}

func (e *engine) indexDecoded(call ssa.CallInstruction) {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil {
		return
	}
	switch row.Does {
	case model.Verifies, model.ParsesUnverified, model.DecodesClaims:
	default:
		return
	}
	into := OperandAt(call.Common(), row.Claims)
	if into == nil {
		into = e.carriedClaims(call, row)
	}
	if into == nil {
		return
	}
	for _, v := range append(ssax.Elements(into), into) {
		for x := v; x != nil; x = unwrap(x) {
			e.decoded[x] = true
			if load, ok := x.(*ssa.UnOp); ok {
				e.decoded[load.X] = true
			}
		}
	}
}
