package flow

import (
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// bare reports whether all claims of an issued token are in view, and none of
// them could be what a server knows the token by.
func (e *engine) bare(call ssa.CallInstruction, claims ssa.Value) bool {
	if claims == nil {
		claims = call.Value() // The token's own, which are filled in later.
	}
	if claims == nil {
		return false
	}
	names, ok := e.claimsSigned(issuer{claims: claims, call: call})
	if !ok {
		names, ok = e.filledIn(claims)
	}
	if !ok || len(names) == 0 {
		return false
	}
	for name := range names {
		if binds(name) {
			return false
		}
	}
	return true
}

// filledIn lists the claims that are put into the map of a token which has been
// made without any.
func (e *engine) filledIn(tok ssa.Value) (names map[string]string, ok bool) {
	made, isCall := tok.(*ssa.Call)
	if !isCall {
		return nil, false
	}
	row := e.row(ssax.Callee(made.Common()))
	s := e.claimSet(tok, 0)
	if row == nil || row.Does != model.BuildsToken || len(s.unseen) > 0 {
		return nil, false
	}
	names = make(map[string]string)
	for v := range s.same {
		for _, ref := range *v.Referrers() {
			if up, isUpdate := ref.(*ssa.MapUpdate); isUpdate && up.Map == v {
				names[e.eval(up.Key, up.Pos()).Text] = ""
			}
			if store, isStore := ref.(*ssa.Store); isStore && store.Addr == v {
				return nil, false
			}
		}
	}
	return names, true
}

// builderOf is the call that begins the chain of calls which makes claims, or nil.
func (e *engine) builderOf(v ssa.Value) *ssa.Call {
	for range 64 {
		switch x := v.(type) {
		case *ssa.Extract:
			v = x.Tuple
			continue
		case *ssa.Call:
			row := e.row(ssax.Callee(x.Common()))
			if row != nil && row.Does == model.BuildsClaims {
				return x
			}
			recv, _ := ssax.Args(x.Common())
			if recv == nil || !Modelled(pkgOf(ssax.Callee(x.Common()))) {
				return nil
			}
			v = recv
			continue
		}
		next := unwrap(v)
		if next == nil {
			return nil
		}
		v = next
	}
	return nil
}

// builderClaims adds the claims that a chain of calls sets, by their names; ok
// is false if the builder goes where that is out of view.
func (e *engine) builderClaims(v ssa.Value, out map[string]string) (ok bool) {
	if v == nil || v.Referrers() == nil {
		return true
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Extract:
			if ref.Index == 0 && !e.builderClaims(ref, out) {
				return false
			}
		case *ssa.MakeInterface, *ssa.ChangeInterface:
			if !e.builderClaims(ref.(ssa.Value), out) {
				return false
			}
		case *ssa.Call:
			if !e.buildingStep(v, ref, out) {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// buildingStep adds what one call of a builder's, or with its claims, sets.
func (e *engine) buildingStep(v ssa.Value, call *ssa.Call, out map[string]string) bool {
	fn := ssax.Callee(call.Common())
	recv, args := ssax.Args(call.Common())
	if !Modelled(pkgOf(fn)) {
		return false
	}
	row := e.row(fn)
	switch {
	case row == nil && recv == v && e.returnsReceiver(call):
		out[fn.Name()] = ""
	case row == nil:
		return recv == v && len(args) == 0 // A getter.
	case row.Does == model.Signs || row.Does == model.Issues:
		return true
	case row.Does == model.SetsClaim && row.Check == model.All:
		names, ok := e.claimsSet(issuer{claims: OperandAt(call.Common(), row.Claims), call: call})
		if !ok {
			return false
		}
		maps.Copy(out, names)
	case row.Does == model.SetsClaim:
		name, known := e.claimNamed(row, call)
		if !known {
			return false
		}
		out[string(name)] = e.textOf(OperandAt(call.Common(), row.Value))
	}
	return e.builderClaims(call, out)
}
