package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
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
	out := &claimRead{name: string(row.Check), from: operandAt(call.Common(), model.Recv)}
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
		for call := range ssax.Calls(e.funcs...) {
			e.indexDecoded(call)
		}
	}
	return e.decoded[v]
}

func (e *engine) indexDecoded(call ssa.CallInstruction) {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil || row.Claims == model.None {
		return
	}
	switch row.Does {
	case model.Verifies, model.ParsesUnverified, model.DecodesClaims:
	default:
		return
	}
	into := operandAt(call.Common(), row.Claims)
	if into == nil {
		return
	}
	for _, v := range append(elementsOf(into), into) {
		for x := v; x != nil; x = unwrap(x) {
			e.decoded[x] = true
			if load, ok := x.(*ssa.UnOp); ok {
				e.decoded[load.X] = true
			}
		}
	}
}
