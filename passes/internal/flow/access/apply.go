package access

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// at is what a callee's origin is at a call of it.
func (u *unit) at(call ssa.CallInstruction, o Origin) set {
	switch o.Source {
	case Identity:
		return set{}.with(identity)
	case Role:
		return set{}.with(role)
	case Stored:
		return set{}.with(stored)
	case ID:
		o = o.namedBy(call.Common(), parameterText)
		o.scope = u.scopes[call.Parent()]
		return set{}.with(u.id(o, call.Pos()))
	case Value:
		return u.valueAt(call, o)
	}
	arg := operand(call.Common(), o.Index)
	if arg == nil {
		return set{}
	}
	if o.Field == whole {
		return u.foundBy(arg)
	}
	if o.Field != "" {
		return u.field(arg, o.Field)
	}
	return u.deep(arg)
}

// rankAt is what an origin of a callee tells of what the caller may do. A yes
// or no about the caller may be anything, unless it is about a role.
func (u *unit) rankAt(call ssa.CallInstruction, o Origin) set {
	s := u.at(call, o)
	if o.Source != Operand || o.Field != "" {
		return s
	}
	arg := operand(call.Common(), o.Index)
	if arg == nil || !isBool(arg.Type()) {
		return s
	}
	s = s.minus(set{}.with(identity))
	if slices.ContainsFunc(u.further(arg), func(t test) bool { return t.role }) {
		s = s.with(role)
	}
	return s
}

// namedBy completes an ID or value whose name is an operand of the function
// that reads it.
func (o Origin) namedBy(call *ssa.CallCommon, text func(ssa.Value) (string, bool)) Origin {
	if o.Index == 0 {
		return o
	}
	o.Name = "?"
	if arg := operand(call, o.Index-1); arg != nil {
		if name, ok := text(arg); ok {
			o.Name = name
		}
	}
	o.Index = 0
	return o
}

// valueAt is a value of the context whose key a call names.
func (u *unit) valueAt(call ssa.CallInstruction, o Origin) set {
	o = o.namedBy(call.Common(), constText)
	s, _ := u.e.under(o.Name)
	if len(s) == 0 {
		return set{}.with(u.intern(o))
	}
	var out set
	for _, known := range s {
		if known.Source == Identity {
			u.learn(u.scopes[call.Parent()], false)
		}
		out = out.with(u.intern(known))
	}
	return out
}

// apply uses what is known of a callee.
func (u *unit) apply(call ssa.CallInstruction, fact *FuncFact) {
	scope := u.scopes[call.Parent()]
	switch {
	case fact.Does.Instead:
		u.mayKnow[scope] = true
	case fact.Does.Knows:
		u.learn(scope, fact.Does.Sure)
	}
	if fact.Does.Looks {
		u.looks[scope] = true
	}
	if fact.Does.Verifies {
		u.checks[scope] = true
	}
	for _, s := range fact.Does.Sets {
		s.Origins = u.there(call, s.Origins)
		u.setting(scope, s)
	}
	u.results(call, func(i int) set {
		var s set
		if i < len(fact.Results) {
			s = u.allAt(call, fact.Results[i])
		}
		if s.has(identity) && namesRole(call.Common()) {
			s = s.minus(set{}.with(identity)).with(role) // claim(c, "role")
		}
		if getter(call.Common()) {
			u.readHere(s, call.Pos())
		}
		return u.cut(s, call.Parent(), call.Pos()) // idOf(r.URL.Path)
	})
	for _, a := range call.Common().Args {
		u.callback(a, set{}.with(stored)) // A literal that chooses among records.
	}
	for _, c := range fact.Calls {
		u.calledBack(call, c)
	}
	for _, f := range fact.Fills {
		s := u.allAt(call, f.From)
		if arg := operand(call.Common(), f.Index); arg != nil {
			base, path := u.place(arg)
			if path == "" {
				path = f.Field
			}
			u.put(base, path, s)
		}
	}
}

// namesRole reports whether a constant argument names the claim that says what
// the caller may do.
func namesRole(common *ssa.CallCommon) bool {
	return slices.ContainsFunc(common.Args, func(a ssa.Value) bool {
		text, ok := constText(a)
		return ok && roleName(text)
	})
}

// there is what a callee's origins are in the caller's terms.
func (u *unit) there(call ssa.CallInstruction, origins []Origin) []Origin {
	var out []Origin
	u.allAt(call, origins).members(func(i int) {
		if o := u.origins[i]; o.Source != Stored {
			o.scope = 0
			out = append(out, o)
		}
	})
	return out
}

// library is a call into a JWT library.
func (u *unit) library(call ssa.CallInstruction, row *model.Func) {
	scope := u.scopes[call.Parent()]
	switch row.Does {
	case model.Verifies, model.ParsesUnverified:
		if u.e.verifies(call.Common(), row) {
			u.checks[scope] = true
			u.learn(scope, true)
		} else {
			u.looks[scope] = true
		}
		if into := flow.OperandAt(call.Common(), row.Claims); into != nil {
			into := []ssa.Value{into}
			if several, ok := into[0].(*ssa.Slice); ok && len(ssax.Elements(several)) > 0 {
				into = ssax.Elements(several)
			}
			for _, one := range into {
				u.put(u.base(one), "", set{}.with(identity))
			}
		}
		u.results(call, func(int) set { return set{}.with(identity) })
	case model.WrapsKey, model.ParsesKey:
		u.dataResults(call, u.keyFrom(flow.OperandAt(call.Common(), row.Key)))
	case model.DecodesClaims:
		if into := flow.OperandAt(call.Common(), row.Claims); into != nil {
			u.put(u.base(into), "", set{}.with(identity))
		}
	case model.GetsClaim:
		if row.Check == model.Alg || row.Check == model.Exp {
			return // The header and the token's age say nothing about the caller.
		}
		if into := flow.OperandAt(call.Common(), row.Into); into != nil {
			u.put(u.base(into), "", set{}.with(identity))
		}
		u.results(call, func(int) set { return set{}.with(identity) })
	}
}
