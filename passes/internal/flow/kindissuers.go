package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// signers lists the places that sign claims which have not been made a token of
// a method first: by a call with the key, or by a builder that has a signer.
func (e *engine) signers() []issuer {
	var out []issuer
	for _, call := range e.untested {
		row := e.row(ssax.Callee(call.Common()))
		if row == nil || row.Does != model.Signs && row.Does != model.Issues {
			continue
		}
		claims := OperandAt(call.Common(), row.Claims)
		if claims == nil {
			continue
		}
		i := issuer{claims: claims, call: call}
		if row.Does == model.Signs {
			i.place = e.givenKeyPlace(call)
		} else if signer := e.signerOf(claims); signer != nil {
			i.place = e.givenKeyPlace(signer)
		}
		out = append(out, i)
	}
	return out
}

// givenKeyPlace is the place of the one key that a library's call is given, as an
// operand or in an option; "" if it cannot be told or there are several.
func (e *engine) givenKeyPlace(call ssa.CallInstruction) string {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil {
		return ""
	}
	if key := OperandAt(call.Common(), row.Key); key != nil {
		return e.placeOf(e.keyWithin(key), 0)
	}
	var places []string
	for _, option := range ssax.Elements(OperandAt(call.Common(), row.Options)) {
		for x := unwrap(option); x != nil; x = unwrap(option) {
			option = x
		}
		given, ok := option.(*ssa.Call)
		if !ok {
			return ""
		}
		switch row := e.row(ssax.Callee(given.Common())); {
		case row == nil && !Modelled(pkgOf(ssax.Callee(given.Common()))):
			places = append(places, e.placeOf(given, 0)) // An option of the program's own.
		case row != nil && row.Does == model.HandsKey:
			places = append(places, e.placeOf(OperandAt(given.Common(), row.Key), 0))
		}
	}
	if len(places) != 1 {
		return ""
	}
	return places[0]
}

// keyWithin is the key in a struct that goes with it through a library's call,
// or what was given.
func (e *engine) keyWithin(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return v
	}
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok || alloc.Referrers() == nil || familyOf(v) != "" {
		return v
	}
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		if f := ssax.Field(addr.X.Type(), addr.Field); f == nil || !Modelled(f.Pkg()) || f.Name() != "Key" {
			continue
		}
		if stores := slices.Collect(ssax.StoresTo(addr)); len(stores) == 1 {
			return stores[0].Val
		}
	}
	return v
}

// signerOf is the call that has made the signer of a builder, nil if that is
// out of view.
func (e *engine) signerOf(builder ssa.Value) ssa.CallInstruction {
	root := e.builderOf(builder)
	if root == nil {
		return nil
	}
	_, args := ssax.Args(root.Common())
	if len(args) != 1 {
		return nil
	}
	made, ok := ssax.Root(args[0]).(*ssa.Call)
	if ex, isResult := args[0].(*ssa.Extract); isResult {
		made, ok = ex.Tuple.(*ssa.Call)
	}
	if !ok {
		return nil
	}
	if row := e.row(ssax.Callee(made.Common())); row == nil || row.Does != model.Signs {
		return nil
	}
	return made
}

// claimsSigned lists the claims that an issuer sets like claimsSet, also where a
// library's builder does so.
func (e *engine) claimsSigned(i issuer) (names map[string]string, ok bool) {
	if names, ok = e.claimsSet(i); ok {
		return names, true
	}
	root := e.builderOf(i.claims)
	if root == nil {
		return nil, false
	}
	names = make(map[string]string)
	return names, e.builderClaims(root, names)
}

// typesSigned lists the types of the claims that an issuer signs; none for those
// that a builder puts together by name.
func (e *engine) typesSigned(i issuer) []types.Type {
	if made, ok := i.claims.(*ssa.MakeInterface); ok {
		return []types.Type{made.X.Type()}
	}
	var out []types.Type
	v := i.claims
	for range 64 {
		call, ok := v.(*ssa.Call)
		if !ok {
			break
		}
		row := e.row(ssax.Callee(call.Common()))
		if row == nil || row.Does != model.SetsClaim {
			break
		}
		if made, ok := OperandAt(call.Common(), row.Claims).(*ssa.MakeInterface); ok && row.Check == model.All {
			out = append(out, made.X.Type())
		}
		v, _ = ssax.Args(call.Common())
	}
	return out
}
