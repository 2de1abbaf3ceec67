package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Where the tracker of claims.go starts from: what a verifying call returns, and
// what it decodes the claims to.

// seedCall starts from the results of a verifying call.
func (t *tracker) seedCall(call *ssa.Call) {
	if h := holdsOf(call); h != 0 {
		t.add(call, h)
	}
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok {
			if h := holdsOf(ex); h != 0 {
				t.add(ex, h)
			}
		}
	}
}

// seedOthers starts from what other calls decode of a parsed token that verifies
// itself: what is read to find the key holds the same claims.
func (t *tracker) seedOthers(s *Site) {
	if s.inner == nil || !s.stepwise {
		return
	}
	parsed, _ := ssax.Args(s.inner.Common())
	if parsed.Referrers() == nil {
		return
	}
	for _, ref := range *parsed.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok || call == s.inner {
			continue
		}
		row := t.row(ssax.Callee(call.Common()))
		if recv, _ := ssax.Args(call.Common()); row == nil || recv != parsed {
			continue
		}
		if claims := OperandAt(call.Common(), row.Claims); claims != nil {
			t.seedClaims(claims)
		}
	}
}

// holdsOf tells by its type whether a value is a token or claims.
func holdsOf(v ssa.Value) holds {
	switch claim, _ := ClaimedType(v.Type()); claim {
	case "token":
		return holdsToken
	case "claims":
		return holdsClaims
	}
	return 0
}

// seedClaims starts from the operand that claims are decoded to: the variable
// behind it, and that of the callers if it is a parameter.
func (t *tracker) seedClaims(v ssa.Value) {
	if several := ssax.Elements(v); several != nil {
		for _, elem := range several {
			t.seedClaims(elem)
		}
		return
	}
	for x := unwrap(v); x != nil; x = unwrap(v) {
		v = x
	}
	t.add(v, holdsClaims)
	switch v := v.(type) {
	case *ssa.UnOp:
		t.seedAddr(v.X)
	case *ssa.FreeVar:
		t.seedAddr(v)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if t.seen[edge] == 0 {
				t.seedClaims(edge)
			}
		}
	case *ssa.Parameter:
		for _, call := range t.calls[v.Parent()] {
			if arg := operand(call.Common(), paramIndex(v)); arg != nil && t.seen[arg] == 0 {
				t.seedClaims(arg)
			}
		}
	}
}

// seedAddr starts from a variable or field that holds the claims.
func (t *tracker) seedAddr(addr ssa.Value) {
	t.add(addr, holdsClaims)
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		t.loadsOf(addr, holdsClaims)
	case *ssa.FreeVar:
		for _, captured := range t.captured(addr) {
			t.add(captured, holdsClaims)
		}
	}
}

// loadsOf follows a value that was stored in a field to all reads of the field.
func (t *tracker) loadsOf(fa *ssa.FieldAddr, h holds) {
	for _, other := range t.fieldAddrs[ssax.Field(fa.X.Type(), fa.Field)] {
		t.add(other, h)
	}
}

// paramIndex returns which parameter of its function v is, through
// conversions, or -1.
func paramIndex(v ssa.Value) int {
	for v != nil {
		if p, ok := v.(*ssa.Parameter); ok {
			for i, q := range p.Parent().Params {
				if p == q {
					return i
				}
			}
		}
		v = unwrap(v)
	}
	return -1
}

// claimsAtCaller finds the claims operand of a wrapper's call.
func (e *engine) claimsAtCaller(s *Site, call ssa.CallInstruction) ssa.Value {
	if i := paramIndex(s.claims); i >= 0 {
		return operand(call.Common(), i)
	}
	return s.claims
}
