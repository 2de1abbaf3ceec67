package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What a verifier is to expect can be read off the tokens that the same package
// issues, provided that they are the ones it verifies. Two things show that:
// both use the key of one place, or both have a claims type that the package
// declares. Tests issue tokens of all kinds and do not count.

// issuer is a place that builds a token, with the key that signs it.
type issuer struct {
	method string // "HS256"; "" if it is out of view
	family model.Family
	place  string // of the key; "" if it cannot be told
	claims ssa.Value
	call   ssa.CallInstruction
}

// issuers lists the places of a package that build tokens.
func (r *Result) issuers() []issuer {
	var out []issuer
	for _, issue := range r.Issued {
		if isTestFile(r.engine.pass, issue.Pos) {
			continue
		}
		i := issuer{claims: issue.Claims, call: issue.call}
		if issue.Method.Kind == Method {
			i.method, i.family = issue.Method.Text, FamilyOfMethod(issue.Method.Text)
		}
		i.place = r.engine.signingPlace(issue.call)
		out = append(out, i)
	}
	return out
}

// FamilyOfMethod is the kind of key that a method works with, "" for one that
// no model names.
func FamilyOfMethod(alg string) model.Family {
	for _, lib := range jwt.Libraries() {
		for _, v := range lib.Vars {
			if v.Method == alg && v.Family != "" {
				return v.Family
			}
		}
	}
	return ""
}

// signingPlace is the place of the key that signs the token which a call
// builds, "" if that is out of view or there are several.
func (e *engine) signingPlace(built ssa.CallInstruction) string {
	token, ok := built.(*ssa.Call)
	if !ok {
		return ""
	}
	var places []string
	for _, ref := range *token.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			continue
		}
		row := e.row(ssax.Callee(call.Common()))
		if row == nil || row.Does != model.Signs {
			continue
		}
		if key := OperandAt(call.Common(), row.Key); key != nil {
			places = append(places, e.placeOf(key, 0))
		}
	}
	slices.Sort(places)
	if places = slices.Compact(places); len(places) != 1 {
		return ""
	}
	return places[0]
}

// kinship says whether a site verifies the tokens of an issuer.
type kinship int

const (
	stranger kinship = iota // they have keys of two places, or of two kinds
	perhaps
	kin
)

// kinOf compares a site with an issuer by their keys and claims types.
func (e *engine) kinOf(s *Site, returns []KeyReturn, family model.Family, i issuer) kinship {
	if i.family != family && i.family != "" {
		return stranger
	}
	apart := len(returns) > 0
	for _, r := range returns {
		switch {
		case r.place != "" && r.place == i.place, publicOf(r.place, i.place):
			return kin
		case r.place == "" || i.place == "" || family != model.HMAC:
			apart = false // Nobody knows which public key belongs to which private one.
		}
	}
	switch {
	case apart:
		return stranger
	case e.sameClaims(s, i):
		return kin
	}
	return perhaps
}

// sameClaims reports whether site and issuer have one claims type, which this
// package declares.
func (e *engine) sameClaims(s *Site, i issuer) bool {
	made, ok := i.claims.(*ssa.MakeInterface)
	verified := s.ClaimsTypes()
	if !ok || len(verified) != 1 {
		return false
	}
	named, ok := types.Unalias(deref(made.X.Type())).(*types.Named)
	return ok && named.Obj().Pkg() == e.pass.Pkg && types.Identical(named, deref(verified[0]))
}

// KeyReturns lists what the possible keyfuncs of a site return, and whether one
// of them is out of view.
func (s *Site) KeyReturns() (returns []KeyReturn, unseen bool) {
	for _, alt := range s.Keyfunc.Alternatives() {
		switch alt.Kind {
		case Function:
			returns = append(returns, alt.Keyfunc.Returns...)
		case Empty: // The library refuses every token.
		default:
			unseen = true
		}
	}
	return returns, unseen
}

// BringsKey reports whether all keys come out of the token itself. Whoever signs
// it can claim anything, so that a check of a claim would keep nobody out;
// what binds the key is another matter.
func (s *Site) BringsKey() bool {
	returns, unseen := s.KeyReturns()
	return !unseen && len(returns) > 0 && !slices.ContainsFunc(returns, func(r KeyReturn) bool { return r.Key.Kind != Claimed })
}

// keysOf lists the keys of a site, if all of them are in view and of one kind.
func (s *Site) keysOf() ([]KeyReturn, model.Family) {
	returns, unseen := s.KeyReturns()
	if unseen || len(returns) == 0 {
		return nil, ""
	}
	family := returns[0].kind()
	for _, r := range returns[1:] {
		if r.kind() != family {
			return nil, ""
		}
	}
	return returns, family
}

// kind is the kind of key returned, "" if there may be several.
func (r KeyReturn) kind() model.Family {
	if r.Family == "" && len(r.Families) == 1 {
		return r.Families[0]
	}
	return r.Family
}

// MethodOf returns the one algorithm that the tokens of a site can have: the
// only one of the key's kind, or that with which the package signs them. It
// returns "" if that is not beyond doubt.
func (r *Result) MethodOf(s *Site) string {
	returns, family := s.keysOf()
	switch family {
	case "":
		return ""
	case model.EdDSA:
		return string(model.EdDSA) // The kind has one algorithm, of the same name.
	}
	related, possible := "", "" // methods of the issuers that are kin, and of all that may be
	for _, i := range r.issuers() {
		switch r.engine.kinOf(s, returns, family, i) {
		case stranger:
			continue
		case kin:
			if related != "" && related != i.method || i.method == "" {
				return ""
			}
			related = i.method
		}
		if possible != "" && possible != i.method || i.method == "" {
			return ""
		}
		possible = i.method
	}
	if related == "" && family != model.HMAC {
		return "" // Another's public key: its methods are several.
	}
	return possible
}
