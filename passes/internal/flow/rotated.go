package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Unrotated is a place that verifies a token for refreshing, after which tokens
// for access are issued, and the one that was presented stays as good as it was.
type Unrotated struct {
	Pos, End token.Pos
	Steps    []Step
}

// Unrotated judges the functions of the package that trade tokens for others.
// It is asked for by a rule that is off by default, so nobody else waits for it.
func (r *Result) Unrotated() []Unrotated {
	e := r.engine
	if e == nil || r.pass == nil {
		return nil
	}
	var out []Unrotated
	for _, fn := range e.funcs {
		if isTestFile(e.pass, fn.Pos()) {
			continue
		}
		for _, p := range e.presentedIn(fn) {
			if issuing := e.tradedFor(fn, p); issuing != nil && !e.endsLife(fn, p) {
				u := Unrotated{Steps: []Step{{Pos: issuing.Pos(), Phrase: "another token is issued here"}}}
				u.Pos, u.End = e.span(p.call)
				out = append(out, u)
				break
			}
		}
	}
	return out
}

// tradedFor is the call that issues an access token after a token for refreshing has
// been verified; nil if there is none, or one for refreshing is issued as well,
// or one of which nothing tells the kind.
func (e *engine) tradedFor(fn *ssa.Function, p presented) ssa.CallInstruction {
	var found ssa.CallInstruction
	for _, m := range e.mintsIn(fn) {
		switch {
		case m.call == p.call || !runsBefore(p.call, m.call):
		case m.kind == AccessKind || m.kind == plainKind:
			if found == nil {
				found = m.call
			}
		case m.kind == refreshKind, m.kind == "", m.kind == unknownKind:
			return nil
		}
	}
	if found == nil || !p.refresh && !e.comparedAsRefresh(fn, p) {
		return nil
	}
	return found
}

// seedsOf is what a function has of a token that it verifies: its text, and what
// the verification returns or fills.
func (e *engine) seedsOf(p presented) map[ssa.Value]grade {
	seeds := make(map[ssa.Value]grade)
	for _, v := range e.textsOf(p.raw) {
		seeds[v] = ofToken
	}
	if c, ok := p.call.(*ssa.Call); ok {
		for i := range c.Common().Signature().Results().Len() {
			if r := resultOf(c, i); r != nil {
				seeds[r] = ofToken
				if p.results != nil {
					seeds[r] = p.results[i]
				}
			}
		}
	}
	if row := e.row(ssax.Callee(p.call.Common())); row != nil {
		if claims := OperandAt(p.call.Common(), row.Claims); claims != nil {
			for _, v := range append(ssax.Elements(claims), claims) {
				seeds[v] = ofToken
				seeds[ssax.Root(v)] = ofToken
			}
		}
	}
	delete(seeds, nil)
	return seeds
}

// textsOf lists the values that hold a token's text: those that it came from
// in the function, and other reads of the same field.
func (e *engine) textsOf(raw ssa.Value) []ssa.Value {
	var out []ssa.Value
	if raw == nil {
		return nil
	}
	for _, v := range originsOf(raw) {
		if addr, ok := v.(*ssa.FieldAddr); ok {
			out = append(out, sameField(addr)...)
			continue
		}
		if isText(v.Type()) {
			out = append(out, v)
		}
	}
	return out
}

// sameField lists the addresses of one field of one variable.
func sameField(addr *ssa.FieldAddr) []ssa.Value {
	out := []ssa.Value{addr}
	if addr.X.Referrers() == nil {
		return out
	}
	for _, ref := range *addr.X.Referrers() {
		if other, ok := ref.(*ssa.FieldAddr); ok && other.Field == addr.Field && other != addr {
			out = append(out, other)
		}
	}
	return out
}

// endsLife reports whether something may end the life of the token that a
// function verifies, or put another in its place: in the function, or in those
// that call it.
func (e *engine) endsLife(fn *ssa.Function, p presented) bool {
	if p.kept || e.callsReplacing(fn) || e.carriedOn(p) {
		return true
	}
	s := e.spreadFrom(fn, e.seedsOf(p))
	if s.kept {
		return true
	}
	if inner := e.source(p.call.Common().StaticCallee()); inner != nil && p.raw == nil {
		for _, q := range e.presentedIn(inner) { // It has the token from somewhere else.
			if e.spreadFrom(inner, e.seedsOf(q)).kept {
				return true
			}
		}
	}
	return e.endedByCallers(fn, p.raw, s.results, 0)
}

// endedByCallers is endsLife for the callers of a function, as far as they
// have the token or something from it.
func (e *engine) endedByCallers(fn *ssa.Function, raw ssa.Value, results map[int]grade, depth int) bool {
	param := -1
	if raw != nil {
		param = paramOf(raw)
	}
	for _, call := range e.callersOf(fn) {
		caller := call.Parent()
		if isTestFile(e.pass, call.Pos()) || caller == fn {
			continue
		}
		if depth > 3 {
			return true
		}
		p := presented{call: call}
		if param >= 0 {
			p.raw = operand(call.Common(), param)
		}
		seeds := make(map[ssa.Value]grade)
		for _, v := range e.textsOf(p.raw) {
			seeds[v] = ofToken
		}
		for i, g := range results {
			if r := resultOf(call, i); r != nil {
				seeds[r] = g
			}
		}
		s := e.spreadFrom(caller, seeds)
		if s.kept || e.carriedOn(p) || e.callsReplacing(caller) || e.refreshes(caller) {
			return true
		}
		if e.endedByCallers(caller, p.raw, s.results, depth+1) {
			return true
		}
	}
	return false
}

// refreshes reports whether a function issues tokens for refreshing, or of an
// unknown kind.
func (e *engine) refreshes(fn *ssa.Function) bool {
	return slices.ContainsFunc(e.mintsIn(fn), func(m mint) bool { return m.kind == refreshKind || m.kind == unknownKind })
}

// callsReplacing reports whether a function, or one of this package that it
// calls, calls something whose name says that it replaces tokens.
func (e *engine) callsReplacing(fn *ssa.Function) bool {
	return e.callsNamed(fn, replaces, make(map[*ssa.Function]bool))
}

// callsNamed reports whether a function, or one of this package that it calls,
// calls something whose name says so.
func (e *engine) callsNamed(fn *ssa.Function, says func(string) bool, seen map[*ssa.Function]bool) bool {
	if fn == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	for call := range ssax.Calls(fn) {
		callee := ssax.Callee(call.Common())
		if callee != nil && e.row(callee) == nil && says(callee.Name()) {
			return true
		}
		if e.callsNamed(e.source(call.Common().StaticCallee()), says, seen) {
			return true
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return e.callsNamed(lit, says, seen) })
}

// carriedOn reports whether the struct that holds a token's text goes to
// something out of view once the token has been verified.
func (e *engine) carriedOn(p presented) bool {
	if p.raw == nil {
		return false
	}
	for _, v := range originsOf(p.raw) {
		addr, ok := v.(*ssa.FieldAddr)
		if !ok || addr.X.Referrers() == nil {
			continue
		}
		for _, by := range usersOf(addr.X) {
			call, ok := by.(ssa.CallInstruction)
			if ok && call != p.call && runsBefore(p.call, call) && e.mayKeep(call, addr.X) {
				return true
			}
		}
	}
	return false
}

// usersOf lists the instructions that use a struct as a whole, as it is, in an
// interface or as a copy.
func usersOf(x ssa.Value) []ssa.Instruction {
	var out []ssa.Instruction
	for _, ref := range *x.Referrers() {
		out = append(out, ref)
		switch ref := ref.(type) {
		case *ssa.MakeInterface, *ssa.UnOp:
			out = append(out, *ref.(ssa.Value).Referrers()...)
		}
	}
	return out
}

// mayKeep reports whether a call that gets a struct with a token in it may keep that.
func (e *engine) mayKeep(call ssa.CallInstruction, x ssa.Value) bool {
	s := &spread{engine: e, fn: call.Parent(), seen: map[ssa.Value]grade{x: ofToken}, results: make(map[int]grade), params: make(map[int]grade)}
	if e.source(call.Common().StaticCallee()) != nil {
		return false // It is followed by the names of what it calls.
	}
	s.call(ofToken, call)
	return s.kept
}
