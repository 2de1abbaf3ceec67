package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// KeyUse is a place where a key signs or verifies.
type KeyUse struct {
	Pos    token.Pos
	Signs  bool
	Key    Value
	Family model.Family // by the key's static type
	Method string       // "alg" it signs with, if in view
	Steps  []Step
	// NonEmpty: an empty key has been refused on the way.
	NonEmpty bool
}

// keysAt returns the keys that a call uses to sign or to verify. Those that a
// keyfunc returns belong to the sites that use it.
func (e *engine) keysAt(call ssa.CallInstruction) []*KeyUse {
	common := call.Common()
	fn := ssax.Callee(common)
	row := e.row(fn)
	if row == nil {
		return e.factKeys(call)
	}
	switch row.Does {
	case model.Signs, model.VerifiesSignature, model.GivesKey, model.BuildsParser:
		key := OperandAt(common, row.Key)
		if key == nil {
			return e.keysHanded(row, call)
		}
		if _, ok := key.Type().Underlying().(*types.Signature); ok {
			return e.keyfuncKeys(&Site{Pos: call.Pos(), Keyfunc: Value{Kind: Function, Keyfunc: &Keyfunc{Returns: e.keysFrom(key)}}})
		}
		e.keepPlace(e.placeOf(key, 0))
		signs := row.Does == model.Signs || row.Does == model.BuildsParser
		use := &KeyUse{Pos: call.Pos(), Signs: signs, Family: familyOf(key)}
		use.Key = withoutRefused(e.eval(key, call.Pos()), e.refusedWithin(key))
		use.Method = e.signingMethod(common)
		if names := methodNames(e.at(call, row.Method)); len(names) == 1 {
			use.Method = names[0]
		}
		use.NonEmpty = refusesEmpty(key, call.Block(), 0) || refusing(libraryOf(call))
		return use.each()
	}
	return nil
}

// signingMethod is the "alg" of the token or method that signs.
func (e *engine) signingMethod(common *ssa.CallCommon) string {
	recv, _ := ssax.Args(common)
	if recv == nil {
		return ""
	}
	if m := e.eval(recv, recv.Pos()); m.Kind == Method {
		return m.Text
	}
	built, ok := recv.(*ssa.Call)
	if !ok {
		return ""
	}
	row := e.row(ssax.Callee(built.Common()))
	if row == nil || row.Does != model.BuildsToken {
		return ""
	}
	if m := e.at(built, row.Method); m.Kind == Method {
		return m.Text
	}
	return ""
}

// keyfuncKeys returns the keys that the keyfunc of a site returns, if it is in view.
func (e *engine) keyfuncKeys(s *Site) []*KeyUse {
	var out []*KeyUse
	for _, alt := range s.Keyfunc.Alternatives() {
		if alt.Kind != Function {
			continue
		}
		for _, r := range alt.Keyfunc.Returns {
			at := r.Pos
			if !at.IsValid() {
				at = s.Pos
			}
			for _, key := range keysIn(r.Key) {
				out = append(out, &KeyUse{Pos: at, Key: key.value, Family: r.Family, NonEmpty: r.NonEmpty})
			}
		}
	}
	return out
}

// factKeys returns the keys that the call gives to another package's function,
// which uses them as such.
func (e *engine) factKeys(call ssa.CallInstruction) []*KeyUse {
	fn := ssax.Callee(call.Common())
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []*KeyUse
	for _, template := range fact.Keys {
		use := template
		use.NonEmpty = template.NonEmpty || e.refusedBefore(template.Key, nil, call)
		use.Pos = call.Pos()
		use.Key = placed(e.instantiate(template.Key, nil, call), use.Pos)
		verb := " verifies with it"
		if use.Signs {
			verb = " signs with it"
		}
		use.Steps = append([]Step{{Pos: call.Pos(), Phrase: calleeName(fn) + verb}}, placedSteps(template.Steps, use.Pos)...)
		out = append(out, &use)
	}
	return out
}

// completeKeys completes keys that depend on a function's operands at its
// calls, like completeSites.
func (e *engine) completeKeys(open []*KeyUse) []*KeyUse {
	var done []*KeyUse
	seen := make(map[hop]bool)
	for len(open) > 0 {
		var next []*KeyUse
		for _, k := range open {
			done = append(done, k)
			owner := paramOwner(k.Key)
			if owner == nil {
				continue
			}
			e.keepKey(owner, k)
			for _, call := range e.calls[owner] {
				if seen[hop{k.Pos, call}] {
					continue
				}
				seen[hop{k.Pos, call}] = true
				c := *k
				c.Key = e.instantiate(onlyParams(k.Key, owner), owner, call).via(call.Pos(), "passed to "+owner.Name())
				c.NonEmpty = k.NonEmpty || e.refusedBefore(k.Key, owner, call)
				next = append(next, &c)
			}
		}
		open = next
	}
	return done
}

// onlyParams keeps the members of a join that depend on owner's operands, as
// the others have been seen already.
func onlyParams(v Value, owner *ssa.Function) Value {
	depends := func(p Value) bool { return p.Kind == Param && p.owner == owner }
	if v.Text == Fallback || v.Kind != Either && v.Kind != Writers {
		return v
	}
	var keep []Value
	for _, alt := range v.Elems {
		if alt.Has(depends) {
			keep = append(keep, alt)
		}
	}
	return Value{Kind: v.Kind, Text: v.Text, Elems: keep}
}

// Issue is a place that builds a token.
type Issue struct {
	Pos    token.Pos
	Method Value
	Claims ssa.Value

	call ssa.CallInstruction
}

// issueAt returns the token that a call builds, if it does.
func (e *engine) issueAt(call ssa.CallInstruction) *Issue {
	fn := ssax.Callee(call.Common())
	row := e.row(fn)
	if row != nil && row.Does == model.Signs && row.Options != model.None {
		return e.issueUnsigned(row, call)
	}
	unsigned := row != nil && row.Does == model.Signs && row.Method != model.None && e.at(call, row.Method).Text == "none"
	if row == nil || row.Does != model.BuildsToken && !unsigned {
		return nil
	}
	pos, _ := e.span(call)
	method := e.at(call, row.Method)
	if unsigned {
		method = Value{Kind: Method, Text: "none"}
	}
	return &Issue{Pos: pos, Method: method, Claims: OperandAt(call.Common(), row.Claims), call: call}
}

// libraryNamed finds a library by a site's Name in a fact.
func libraryNamed(name string) *model.Library {
	for _, lib := range jwt.Libraries() {
		if lib.Name == name {
			return lib
		}
	}
	return nil
}
