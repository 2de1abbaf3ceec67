package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Constant is a text that stands in the source, and the constant of this
// package that it is the value of, if it was used by its name.
type Constant struct {
	Text string
	Name *types.Const // or nil
}

// ExpectedOf returns the one value that a claim has in all tokens of a site:
// the constant that the package issues them with. ok is false if that is not
// beyond doubt.
func (r *Result) ExpectedOf(s *Site, claim model.Claim) (want Constant, ok bool) {
	returns, family := s.keysOf()
	if family == "" {
		return Constant{}, false
	}
	related := false
	for _, i := range r.issuers() {
		how := r.engine.kinOf(s, returns, family, i)
		if how == stranger {
			continue
		}
		got, ok := r.engine.issuedClaim(i, claim)
		if !ok || got.Text == "" || want.Text != "" && got.Text != want.Text {
			return Constant{}, false
		}
		if want.Name == nil {
			want = got
		}
		related = related || how == kin
	}
	return want, related
}

// issuedClaim is the constant that a token is issued with.
func (e *engine) issuedClaim(i issuer, claim model.Claim) (Constant, bool) {
	made, ok := i.claims.(*ssa.MakeInterface)
	if !ok || !onlyUse(made, i.call) {
		return Constant{}, false
	}
	var vals []put
	x := made.X
	if load, isLoad := x.(*ssa.UnOp); isLoad && load.Op == token.MUL {
		x = load.X
	}
	if alloc, isStruct := x.(*ssa.Alloc); isStruct {
		vals, ok = claimStores(alloc, claim, made)
	} else {
		vals, ok = mapStores(x, claim)
	}
	if !ok || len(vals) != 1 {
		return Constant{}, false
	}
	return e.constantText(vals[0])
}

// put is a value that is stored, and where.
type put struct {
	val ssa.Value
	pos token.Pos
}

// onlyUse reports whether a value is used by one instruction and no other.
func onlyUse(v ssa.Value, by ssa.Instruction) bool {
	for _, ref := range *v.Referrers() {
		if ref != by {
			return false
		}
	}
	return true
}

// mapStores lists what is put under the claim's name into a map that is built
// here and goes nowhere else.
func mapStores(m ssa.Value, claim model.Claim) (vals []put, ok bool) {
	for {
		change, isChange := m.(*ssa.ChangeType)
		if !isChange {
			break
		}
		m = change.X
	}
	if _, made := m.(*ssa.MakeMap); !made {
		return nil, false
	}
	for _, ref := range *m.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MapUpdate:
			key, isConst := ref.Key.(*ssa.Const)
			if !isConst || ref.Map != m {
				return nil, false
			}
			if constant.StringVal(key.Value) == string(claim) {
				vals = append(vals, put{ref.Value, ref.Pos()})
			}
		case *ssa.MakeInterface, *ssa.DebugRef, *ssa.Lookup:
		case *ssa.ChangeType:
			if !onlyInterface(ref) {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return vals, true
}

// onlyInterface reports whether a value is only put into interfaces.
func onlyInterface(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		if _, ok := ref.(*ssa.MakeInterface); !ok {
			return false
		}
	}
	return true
}

// claimStores lists what is stored in the field of a claims struct, at any
// depth, that holds the claim. ok is false if the struct goes anywhere but into
// the interface, or is set as a whole by something out of view.
func claimStores(addr ssa.Value, claim model.Claim, into ssa.Value) (vals []put, ok bool) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			got, fine := fieldStores(ref, claim, into)
			if !fine {
				return nil, false
			}
			vals = append(vals, got...)
		case *ssa.Store:
			got, fine := copied(ref, addr, claim)
			if !fine {
				return nil, false
			}
			vals = append(vals, got...)
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeInterface:
			if ref != into {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return vals, true
}

// copied lists the claim's stores in the struct of which a store makes a copy.
func copied(store *ssa.Store, addr ssa.Value, claim model.Claim) ([]put, bool) {
	load, ok := store.Val.(*ssa.UnOp)
	if !ok || store.Addr != addr || load.Op != token.MUL {
		return nil, false
	}
	from, ok := load.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	return claimStores(from, claim, nil)
}

// fieldStores is claimStores for one field.
func fieldStores(addr *ssa.FieldAddr, claim model.Claim, into ssa.Value) ([]put, bool) {
	f := ssax.Field(addr.X.Type(), addr.Field)
	name, holds := claimedField(addr.X.Type(), f)
	if !holds {
		name = claimOfTag(addr.X.Type(), f)
	}
	if name == string(claim) {
		return plainStores(addr)
	}
	if row, _ := jwt.TypeOf(f.Type()); f.Embedded() && row != nil && row.Is == model.IsStandardClaims {
		return claimStores(addr, claim, into)
	}
	return nil, !f.Embedded() // What else is embedded may have the claim.
}

// plainStores lists what is stored at an address that goes nowhere else.
func plainStores(addr ssa.Value) (vals []put, ok bool) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != addr {
				return nil, false
			}
			vals = append(vals, put{ref.Val, ref.Pos()})
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil, false
		}
	}
	return vals, true
}

// constantText is the text of a constant, or of a list whose only element is
// one.
func (e *engine) constantText(p put) (Constant, bool) {
	v := p.val
	for v != nil {
		switch x := v.(type) {
		case *ssa.Const:
			if x.Value == nil || x.Value.Kind() != constant.String {
				return Constant{}, false
			}
			out := Constant{Text: constant.StringVal(x.Value)}
			out.Name, _ = e.literalAt(out.Text, p.pos).declared.(*types.Const)
			return out, true
		case *ssa.Slice:
			elems := ssax.Elements(x)
			if len(elems) != 1 {
				return Constant{}, false
			}
			v = elems[0]
		default:
			v = unwrap(x)
		}
	}
	return Constant{}, false
}
