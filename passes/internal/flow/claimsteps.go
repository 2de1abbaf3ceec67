package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// addExtract follows the value of a comma-ok form, an element of a
// range, or a result of a call that gets the value.
func (t *tracker) addExtract(v ssa.Value, h holds, ex *ssa.Extract) {
	switch tuple := v.(type) {
	case *ssa.TypeAssert, *ssa.Lookup:
		if ex.Index == 0 {
			t.add(ex, h)
		}
	case *ssa.Next:
		t.add(ex, h)
	case *ssa.Call:
		if t.seen[tuple] == holdsClaim && ex.Index == 0 {
			t.add(ex, h)
		} else if own := holdsOf(ex); own != 0 {
			t.add(ex, own)
		}
	}
}

// addField follows a field of the token or of the claims.
func (t *tracker) addField(ref ssa.Value, x ssa.Value, index int, h holds) {
	f := ssax.Field(x.Type(), index)
	if h == holdsClaim && t.claim == model.Exp {
		t.add(ref, holdsClaim) // The time in a NumericDate.
	}
	if f == nil || h == holdsClaim {
		return
	}
	if inner, ok := ClaimedType(f.Type()); ok && inner == "token" {
		t.add(ref, holdsToken)
		return
	}
	claim, ok := claimedField(x.Type(), f)
	if !ok {
		claim = claimOfTag(x.Type(), f) // A claims type of one's own, without embedding.
		if t.own {
			claim = claimOfName(claim)
		}
	}
	switch {
	case claim == "claims" && h == holdsClaims && claimOfTag(x.Type(), f) == string(t.claim):
		t.add(ref, holdsClaim) // A registered claim without a row.
	case claim == "claims":
		t.add(ref, holdsClaims)
	case claim == string(t.claim) && h == holdsClaims:
		t.add(ref, holdsClaim)
	}
}

// lookupClaim follows claims["iss"], and a lookup by a name that is not in view.
func (t *tracker) lookupClaim(v ssa.Value, h holds, ref *ssa.Lookup) {
	switch {
	case h == holdsClaims && ref.X == v:
		key := t.eval(ref.Index, ref.Pos())
		if key.Kind != Literal || key.Text == string(t.claim) {
			t.add(ref, holdsClaim)
		}
	case h == holdsClaim && ref.Index == v:
		t.decided(ref, ref.Pos()) // allowed[iss]
	}
}

// store follows a value into the variable, element or field it is stored in.
func (t *tracker) store(v ssa.Value, h holds, ref *ssa.Store) {
	if ref.Val != v {
		return
	}
	switch addr := ref.Addr.(type) {
	case *ssa.FieldAddr:
		t.loadsOf(addr, h)
		if f := ssax.Field(addr.X.Type(), addr.Field); h == holdsClaim || f != nil && t.readElsewhere(f) {
			t.found(Unseen, ref.Pos())
		}
	case *ssa.Global:
		if h == holdsClaim {
			t.found(Unseen, ref.Pos())
		}
	default:
		t.add(ssax.Root(addr), h)
	}
}

// returned follows a result to the callers of this package.
func (t *tracker) returned(v ssa.Value, h holds, ret *ssa.Return) {
	fn := ret.Parent()
	for i, r := range ret.Results {
		if r != v || t.stay {
			continue
		}
		for _, site := range t.returnsTo(fn) {
			if call, ok := site.(*ssa.Call); ok {
				t.addResult(call, i, h)
			}
		}
	}
}

// returnsTo lists the calls that a function's results go to. A wrapper returns
// to the one call that is in question; its other callers are sites of their own.
func (t *tracker) returnsTo(fn *ssa.Function) []ssa.CallInstruction {
	if t.inner != nil && t.inner != t.site && t.inner.Parent() == fn && slices.Contains(t.calls[fn], t.site) {
		return []ssa.CallInstruction{t.site}
	}
	return t.callersOf(fn)
}
