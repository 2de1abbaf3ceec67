package access

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// test is what a value tells about two others: whether they match.
type test struct {
	a, b  set
	role  bool       // a privileged role, whatever the ID is
	name  set        // operands that name the role
	holds set        // operands that are held against a privileged role
	call  *ssa.Call  // whose answer it is, or nil
	self  bool       // a record's owner against something that was found by the same ID
	picks bool       // whether one access selects by both finds anything
	by    *ssa.BinOp // the comparison for equality that it is itself, or nil
}

// tests returns what a condition tells. Each call on the way is asked once:
// error variables that are tested and set again and again lead from every call
// to every other.
func (u *unit) tests(v ssa.Value) []test {
	clear(u.asking)
	clear(u.asked)
	return u.further(v)
}

// further is tests as a part of another question.
func (u *unit) further(v ssa.Value) []test {
	return u.testsOf(v, make(map[ssa.Value]bool))
}

func (u *unit) testsOf(v ssa.Value, seen map[ssa.Value]bool) []test {
	if v == nil || seen[v] || len(seen) > 60 {
		return nil
	}
	seen[v] = true
	if u.saysRole(v) {
		return []test{{role: true}}
	}
	switch x := v.(type) {
	case *ssa.BinOp:
		return u.compared(x, seen)
	case *ssa.Call:
		out := u.answered(x)
		for i := range out {
			out[i].call = x
		}
		return out
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok && asks(call) && ssax.IsError(x.Type()) {
			return nil // That the question could be asked is no answer.
		}
		return u.testsOf(x.Tuple, seen)
	case *ssa.Lookup:
		key := u.deep(x.Index)
		return []test{{a: u.deep(x.X), b: key}, {a: key, b: key}, {role: u.deep(x.X).or(key).has(role)}}
	case *ssa.TypeAssert:
		return u.testsOf(x.X, seen)
	case *ssa.MakeInterface:
		return u.testsOf(x.X, seen)
	case *ssa.Phi:
		var out []test
		for _, e := range x.Edges {
			out = append(out, u.testsOf(e, seen)...)
		}
		return out
	case *ssa.UnOp:
		return u.loaded(x, seen)
	case *ssa.Parameter:
		if isBool(x.Type()) {
			return []test{{holds: u.get(x).and(u.operands())}} // Callers know what they have asked.
		}
	}
	return nil
}

// saysRole reports whether a value is a yes or no in a claim that says what the
// caller may do, rather than whether there is such a claim.
func (u *unit) saysRole(v ssa.Value) bool {
	ex, several := v.(*ssa.Extract)
	if several && ex.Index == 0 {
		v = ex.Tuple
	}
	x, ok := v.(*ssa.TypeAssert)
	return ok && x.CommaOk == several && isBool(x.AssertedType) && u.get(x).has(role)
}

// compared is what a comparison tells.
func (u *unit) compared(x *ssa.BinOp, seen map[ssa.Value]bool) []test {
	if !isComparison(x.Op) {
		return append(u.testsOf(x.X, seen), u.testsOf(x.Y, seen)...)
	}
	for _, pair := range [][2]ssa.Value{{x.X, x.Y}, {x.Y, x.X}} {
		c, ok := pair[0].(*ssa.Const)
		if !ok {
			continue
		}
		out := u.testsOf(pair[1], seen)
		s := u.deep(pair[1])
		equal := x.Op == token.EQL || x.Op == token.NEQ
		return append(out, ofComparison(x, u.againstConst(pair[1], s, c, equal))...)
	}
	if u.presentsSecret(x.X, x.Y) {
		return []test{{role: true}}
	}
	a, b := u.deep(x.X), u.deep(x.Y)
	ranks := test{role: a.has(role) || b.has(role), name: a.or(b).and(u.operands())}
	if x.Op != token.EQL && x.Op != token.NEQ {
		return []test{ranks} // What is less or more is no ID.
	}
	if self := u.common(a, b); !self.empty() && u.isFound(x.X) && u.isFound(x.Y) && (ownedField(x.X) || ownedField(x.Y)) {
		return ofComparison(x, []test{{a: self, b: self, self: true}})
	}
	return ofComparison(x, []test{{a: a, b: b}, ranks})
}

// ofComparison notes which comparison tests are.
func ofComparison(x *ssa.BinOp, tests []test) []test {
	for i := range tests {
		if x.Op == token.EQL || x.Op == token.NEQ {
			tests[i].by = x
		}
	}
	return tests
}

// againstConst is what a comparison of a value with a constant tells: of what
// the caller may do, at most.
func (u *unit) againstConst(v ssa.Value, s set, c *ssa.Const, equal bool) []test {
	named := isText(c) && u.e.namesRole(c)
	switch {
	case !equal:
		return []test{{role: s.has(role)}}
	case s.has(role) && u.e.privileged(c),
		// An ID of the path against a fixed word is no test of the caller.
		named && (s.has(identity) || u.askedOfCaller(v)),
		// A number may stand for a role.
		roleName(typeName(c.Type())) && u.askedOfCaller(v):
		return []test{{role: true}}
	case named:
		return []test{{holds: s.and(u.operands())}}
	}
	return nil
}

// askedOfCaller reports whether a value was returned by a function of the
// program that was given the caller's identity.
func (u *unit) askedOfCaller(v ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok {
		v, _ = u.place(load.X)
	}
	if f, ok := v.(*ssa.Field); ok {
		v = f.X
	}
	if a, ok := v.(*ssa.Alloc); ok {
		v = onlyStoredValue(a)
	}
	if ex, ok := v.(*ssa.Extract); ok {
		v = ex.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssax.Callee(call.Common())
	if fn == nil || !sameModule(u.e.pass, fn.Pkg()) {
		return false
	}
	_, args := ssax.Args(call.Common())
	return slices.ContainsFunc(args, func(a ssa.Value) bool { return u.deep(a).has(identity) || ssax.IsContext(a.Type()) })
}

// operands is all origins that are operands.
func (u *unit) operands() set { return u.sources[Operand] }

// common is what two sides of a comparison both derive from, if the caller's
// identity is not on either.
func (u *unit) common(a, b set) set {
	if a.or(b).has(identity) {
		return set{}
	}
	return a.and(b).and(u.ids().or(u.operands()))
}

// isFound reports whether a value is read from a record, or returned by a
// function of the program, rather than the ID itself.
func (u *unit) isFound(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.UnOp:
		_, ok := x.X.(*ssa.FieldAddr)
		return ok
	case *ssa.Field:
		return true
	case *ssa.Extract:
		return u.isFound(x.Tuple)
	case *ssa.Call:
		fn := ssax.Callee(x.Common())
		return fn != nil && sameModule(u.e.pass, fn.Pkg())
	}
	return false
}

// ownedField reports whether a value is read from a field that names an owner.
// In what a request says, it names what the caller asks for.
func ownedField(v ssa.Value) bool {
	var holder types.Type
	var f *types.Var
	switch x := v.(type) {
	case *ssa.UnOp:
		if fa, ok := x.X.(*ssa.FieldAddr); ok {
			holder, f = fa.X.Type(), ssax.Field(fa.X.Type(), fa.Field)
		}
	case *ssa.Field:
		holder, f = x.X.Type(), ssax.Field(x.X.Type(), x.Field)
	}
	return f != nil && personName(f.Name()) && !anyWord(typeName(holder), requestWords)
}

var requestWords = &wordSet{text: `request input params dto command query form payload`}

func isText(c *ssa.Const) bool {
	b, ok := c.Type().Underlying().(*types.Basic)
	return ok && c.Value != nil && b.Info()&types.IsString != 0
}

// loaded is what a negation or a variable tells.
func (u *unit) loaded(x *ssa.UnOp, seen map[ssa.Value]bool) []test {
	if x.Op != token.MUL {
		return u.testsOf(x.X, seen)
	}
	var out []test
	if a := u.target(x); a != nil {
		for store := range ssax.StoresTo(a) {
			out = append(out, u.testsOf(store.Val, seen)...)
		}
		return out
	}
	if isBool(x.Type()) {
		s := u.get(x)
		out = append(out, test{role: s.has(role), holds: s.and(u.operands())})
	}
	// A field of a result, such as the number of rows, tells what the call does.
	base, _ := u.place(x.X)
	return append(out, u.testsOf(base, seen)...)
}
