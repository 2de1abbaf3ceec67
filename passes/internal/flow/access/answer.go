package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// answered is what the result of a call tells.
func (u *unit) answered(call *ssa.Call) []test {
	if u.asking[call] {
		return nil // Its answer has been counted; in a loop, it may depend on the one before.
	}
	u.asking[call] = true
	common := call.Common()
	fn := ssax.Callee(common)
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "len" {
			return u.further(common.Args[0])
		}
		return nil
	}
	if lit := u.literal(common); lit != nil {
		return u.returned(lit)
	}
	if p, ok := u.base(common.Value).(*ssa.Parameter); ok && fn == nil && p.Parent() == u.root {
		return nil // Callers know what they have given to be called.
	}
	if fn != nil && u.e.models.Web(fn) != nil {
		return nil
	}
	if row := u.e.models.JWT(fn, ""); row != nil {
		return u.signed(call, row)
	}
	_, args := ssax.Args(common)
	if fn != nil && comparesPassword(fn.Name()) || alike(call) && u.presentsSecret(args[0], args[1]) {
		return []test{{role: true}}
	}
	if _, _, ok := statement(args); ok {
		s := u.selecting(call, fn)
		return []test{{a: s, b: s, picks: true}}
	}
	out := append(u.gatesOf(call), u.permitted(fn, args)...)
	if fn != nil && u.e.known(fn) {
		return append(out, u.answeredInView(call, fn, args)...)
	}
	var decided []test
	if fn != nil {
		decided = u.authorized(call, fn)
	}
	if s := u.selecting(call, fn); !s.empty() {
		out = append(out, test{a: s, b: s, picks: len(decided) == 0})
		if s.has(role) {
			out = append(out, test{role: u.e.namesPrivileges(args), name: s.and(u.operands())})
		}
	}
	return append(out, decided...)
}

// answeredInView is what the answer of a function of the program tells beside
// what its fact does.
func (u *unit) answeredInView(call *ssa.Call, fn *types.Func, args []ssa.Value) []test {
	var out []test
	if isAbstract(fn) || u.keepsItsName(fn, args) {
		out = append(out, u.authorized(call, fn)...) // One of several may do more than what is in view.
	}
	if isBool(call.Type()) && (u.get(call).has(role) || u.tellsRole(fn, args)) {
		out = append(out, test{role: true})
	}
	for _, a := range args {
		if ssax.IsError(a.Type()) || isBool(a.Type()) {
			out = append(out, u.further(a)...) // It answers as it is told to.
		}
	}
	return out
}

// tellsRole reports whether a function of the program is asked about nothing but
// the caller's role, and not whether it is one that everybody has.
func (u *unit) tellsRole(fn *types.Func, args []ssa.Value) bool {
	return len(args) == 1 && u.deep(args[0]).has(role) && !u.deep(args[0]).has(identity) &&
		!anyWord(fn.Name(), plainRoles) && !anyWord(fn.Name(), validWords)
}

var validWords = &wordSet{text: `valid known empty defined exists parse`}

// returned is what a literal's result tells.
func (u *unit) returned(lit *ssa.Function) []test {
	if u.asked[lit] {
		return nil
	}
	u.asked[lit] = true
	var out []test
	for _, b := range lit.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			for _, r := range ret.Results {
				if isBool(r.Type()) || ssax.IsError(r.Type()) {
					out = append(out, u.further(r)...)
				}
			}
		}
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			out = append(out, u.further(cond.Cond)...)
		}
	}
	return out
}

// gatesOf is what a callee is known to make sure of.
func (u *unit) gatesOf(call *ssa.Call) []test {
	fn := ssax.Callee(call.Common())
	fact := u.e.fact(fn)
	if fact == nil {
		return nil
	}
	if u.e.authorizer(fn) {
		return u.allowed(call)
	}
	out := make([]test, 0, len(fact.Does.Gates)+len(fact.Does.Acts))
	for _, g := range fact.Does.Gates {
		if g.Holds {
			s := u.rankAt(call, g.ID)
			out = append(out, test{role: s.has(role) || s.has(identity), holds: s.and(u.operands())})
			continue
		}
		if g.By.Source == Role {
			out = append(out, test{role: u.e.namesPrivilege(call.Common(), g.ID), name: u.at(call, g.ID).and(u.operands())})
			continue
		}
		t := test{a: u.at(call, g.ID), b: u.at(call, g.By), picks: g.Picks}
		if t.a.has(role) || t.b.has(role) {
			t.role, t.name = u.e.namesPrivilege(call.Common(), g.By), t.a.or(t.b).and(u.operands())
		}
		if t.a.empty() != t.b.empty() {
			t.a, t.b = t.a.or(t.b), t.a.or(t.b) // What was found by both, against a constant.
		}
		if self := u.common(t.a, t.b); !g.Picks && !self.empty() && (owned(call, g.ID) || owned(call, g.By)) {
			t = test{a: self, b: self, self: true}
		}
		out = append(out, t)
	}
	for _, a := range fact.Does.Acts {
		if a.ID.Source == Identity || isRecord(call, a.ID) {
			continue // What a record is made of need not belong together.
		}
		// An access that selects by both fails where they do not belong together.
		for _, by := range a.MetBy {
			out = append(out, test{a: u.at(call, a.ID), b: u.at(call, by), picks: true})
		}
		if a.Met {
			out = append(out, test{a: u.at(call, a.ID), b: set{}.with(identity), picks: true})
		}
	}
	return out
}

// isRecord reports whether an operand is given a whole struct.
func isRecord(call *ssa.Call, o Origin) bool {
	if o.Source != Operand || o.Field != "" {
		return false
	}
	arg := operand(call.Common(), o.Index)
	return arg != nil && ssax.StructOf(unwrapped(arg).Type()) != nil
}

// owned reports whether an operand is given something that names an owner.
func owned(call *ssa.Call, o Origin) bool {
	arg := operand(call.Common(), o.Index)
	if o.Field != "" {
		// What a list is asked for by is nobody's record.
		return personName(o.Field) && (arg == nil || !isCondition(arg.Type()) && !anyWord(typeName(arg.Type()), requestWords))
	}
	return o.Source == Operand && arg != nil && ownedField(arg)
}

// keepsItsName reports whether a function that is called as one that asks what
// the caller may do, and is not told a role that every caller has, looks at the
// caller: in the request's context, or because it is given the caller.
func (u *unit) keepsItsName(fn *types.Func, args []ssa.Value) bool {
	if !asksByName(fn.Name()) || !u.e.namesPrivileges(args) {
		return false
	}
	fact := u.e.fact(fn)
	return fact != nil && (fact.Does.Knows || fact.Does.Looks || len(fact.Does.Gates) > 0) || slices.ContainsFunc(args, func(a ssa.Value) bool {
		s := u.deep(a)
		return s.has(identity) || s.has(role)
	})
}

// authorized is what the answer of a call out of view tells of what the caller
// may do: of a policy engine, or a function called so that gets the caller's
// identity or role, or the request. Whether it does may be for callers to know.
func (u *unit) authorized(call *ssa.Call, fn *types.Func) []test {
	if fn.Pkg() != nil && data.Of(fn.Pkg().Path()) == data.Decides {
		return []test{{role: true}}
	}
	if !authorizerName(fn.Name()) || slows(fn) {
		return nil
	}
	recv, args := ssax.Args(call.Common())
	if recv != nil {
		args = append([]ssa.Value{recv}, args...)
	}
	var all set
	for _, a := range args {
		s := u.deep(a).or(u.get(a))
		if s.has(identity) || s.has(role) || u.e.carriesIdentity(a.Type()) {
			return []test{{role: true}}
		}
		all = all.or(s)
	}
	if all = all.and(u.operands()); all.empty() {
		return nil
	}
	return []test{{holds: all}}
}

// slows reports whether a function or method decides how often somebody may do
// something, rather than who: limiter.Allow(user).
func slows(fn *types.Func) bool {
	if anyWord(fn.Name(), limiterWords) || fn.Pkg() != nil && anyWord(fn.Pkg().Name(), limiterWords) {
		return true
	}
	recv := fn.Signature().Recv()
	return recv != nil && anyWord(typeName(recv.Type()), limiterWords)
}

// namesPrivilege reports whether the role that a call names by an operand is
// one that not every caller has; also if it cannot be seen.
func (e *engine) namesPrivilege(common *ssa.CallCommon, name Origin) bool {
	if name.Source != Operand {
		return true
	}
	arg := operand(common, name.Index)
	return arg == nil || e.namesPrivileges([]ssa.Value{arg})
}

// namesRoles reports whether a constant among some arguments names a role.
func (e *engine) namesRoles(args []ssa.Value) bool {
	return slices.ContainsFunc(args, func(arg ssa.Value) bool {
		vals := []ssa.Value{arg}
		if slice, ok := arg.(*ssa.Slice); ok {
			vals = ssax.Elements(slice)
		}
		return slices.ContainsFunc(vals, func(v ssa.Value) bool {
			text, ok := constText(v)
			return ok && (e.ownRole(text) || roleName(text) || anyWord(text, plainRoles))
		})
	})
}

// namesPrivileges reports whether none of the constants among some arguments
// names a role that every caller has.
func (e *engine) namesPrivileges(args []ssa.Value) bool {
	for _, arg := range args {
		vals := []ssa.Value{arg}
		if slice, ok := arg.(*ssa.Slice); ok {
			vals = ssax.Elements(slice)
		}
		for _, v := range vals {
			if text, ok := constText(v); ok && plainRole(text) && !e.ownRole(text) {
				return false
			}
		}
	}
	return true
}
