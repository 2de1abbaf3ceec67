package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Confused is a place that takes tokens of one kind and accepts those of
// another: they have one key and one claims type, and nothing that it or its
// callers do looks at what tells them apart.
type Confused struct {
	Pos, End token.Pos
	Kinds    []string // that it accepts, sorted
	Issued   []token.Pos
	Steps    []Step
}

// Mixed is what a FuncFact says of a function that verifies tokens of several
// kinds and returns their claims: it is for its callers to tell them apart.
type Mixed struct {
	Result  int
	Kinds   []string
	Telling []string // claims that only some kinds have, or with a text of their own; sorted
}

// purposeClaims are names of claims that say what a token is for, or by which a
// server finds it.
var purposeClaims = []string{"typ", "type", "token_type", "tokenType", "tokentype", "TokenType", "Type", "use", "token_use", "kind", "purpose",
	"scope", "scopes", "jti", "action", "refresh", "is_refresh", "isRefresh"}

// confused judges the sites of a package, and keeps those whose claims callers
// in other packages get for the facts.
func (e *engine) confused(r *Result) []Confused {
	var out []Confused
	issuers := slices.Concat(r.issuers(), e.signers())
	for _, s := range r.Sites {
		if s.call == nil || s.Behind || s.Own || s.Bare || isTestFile(e.pass, s.Pos) {
			continue
		}
		kinds := e.kindsFor(s, issuers)
		names := kindNames(kinds)
		if len(names) < 2 || servesOther(s.call) {
			continue
		}
		telling := tellingClaims(kinds)
		fn := outermost(s.call.Parent())
		handsOut := e.handsClaimsOut(fn, s.ClaimsTypes())
		if e.looksAt(s, telling, handsOut) || e.keptElsewhere(s) {
			continue
		}
		c := Confused{Pos: s.Pos, End: s.End, Kinds: names}
		for _, k := range kinds {
			c.Issued = append(c.Issued, k.issuer.call.Pos())
		}
		if handsOut {
			e.mixed[fn] = append(e.mixed[fn], Mixed{Result: claimsResult(fn.Signature, s.ClaimsTypes()), Kinds: names, Telling: telling})
			continue
		}
		out = append(out, c)
	}
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && !isTestFile(e.pass, call.Pos()) {
					out = append(out, e.confusedAt(call)...)
				}
			}
		}
	}
	return out
}

// confusedAt judges the call of a function that leaves it to
// its callers to tell kinds of tokens apart.
func (e *engine) confusedAt(call *ssa.Call) []Confused {
	fn := ssax.Callee(call.Common())
	mixed := e.mixed[e.source(call.Common().StaticCallee())]
	if fact := e.fact(fn); fact != nil {
		mixed = fact.Mixed
	}
	if len(mixed) == 0 || servesOther(call) {
		return nil
	}
	var out []Confused
	for _, m := range mixed {
		claims := resultOf(call, m.Result)
		if claims == nil || e.handsClaimsOut(outermost(call.Parent()), []types.Type{claims.Type()}) {
			continue
		}
		if e.readsOneOf(call, m.Telling, false, func(t *tracker) { t.add(claims, holdsClaims) }) {
			continue
		}
		pos, end := e.span(call)
		out = append(out, Confused{Pos: pos, End: end, Kinds: m.Kinds,
			Steps: []Step{{Pos: pos, Phrase: calleeName(fn) + " verifies tokens of each kind"}}})
	}
	return out
}

// kindNames lists the kinds, sorted.
func kindNames(kinds []issuedKind) []string {
	var out []string
	for _, k := range kinds {
		if !slices.Contains(out, k.kind) {
			out = append(out, k.kind)
		}
	}
	slices.Sort(out)
	return out
}

// tellingClaims lists the claims that not all kinds have, or that have another
// text in each.
func tellingClaims(kinds []issuedKind) []string {
	var out []string
	for _, k := range kinds {
		for name, text := range k.claims {
			same := func(other issuedKind) bool {
				got, ok := other.claims[name]
				return ok && got == text
			}
			if !slices.Contains(out, name) && slices.ContainsFunc(kinds, func(o issuedKind) bool { return !same(o) }) {
				out = append(out, name)
			}
		}
	}
	slices.Sort(out)
	return out
}

// servesOther reports whether a call stands in a function that is not for
// access: what it takes are refresh tokens, or others of a single use.
func servesOther(call ssa.CallInstruction) bool {
	for fn := call.Parent(); fn != nil; fn = fn.Parent() {
		if kind := kindIn(strings.ToLower(fn.Name())); kind != "" && kind != AccessKind {
			return true
		}
	}
	return false
}

// looksAt reports whether an option of a site, or what is done with its claims,
// is about something that tells its tokens apart; stay leaves out what callers do.
func (e *engine) looksAt(s *Site, telling []string, stay bool) bool {
	for _, claim := range telling {
		if required := EnforcedBy(s.Options, model.Claim(claim)); len(required.Found) > 0 || required.Unseen {
			return true
		}
	}
	return e.readsOneOf(s.call, telling, stay, func(t *tracker) {
		if v, ok := s.call.(*ssa.Call); ok {
			t.seedCall(v)
		}
		if s.claims != nil {
			t.seedClaims(s.claims)
			t.hook(s)
		}
	})
}

// readsOneOf reports whether a claim that says what a token is for is read anywhere
// behind a call, or one that only some kinds have decides about something.
func (e *engine) readsOneOf(call ssa.CallInstruction, telling []string, stay bool, seed func(*tracker)) bool {
	for _, name := range slices.Concat(purposeClaims, telling) {
		t := &tracker{engine: e, claim: model.Claim(name), seen: make(map[ssa.Value]holds), site: call, stay: stay}
		seed(t)
		t.solve()
		for v, h := range t.seen {
			if h == holdsClaim && (slices.Contains(purposeClaims, name) || e.matters(v)) {
				return true
			}
		}
	}
	return false
}

// matters reports whether a value decides about something: it is tested, taken
// for a type, returned to other packages, or given to a function whose outcome can be
// a failure. One that is only kept for later does not.
func (e *engine) matters(v ssa.Value) bool {
	if isTested(v) {
		return true
	}
	if v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.TypeAssert:
			return true
		case *ssa.Return:
			return true
		case ssa.CallInstruction:
			for r := range ref.Common().Signature().Results().Variables() {
				if b, ok := r.Type().Underlying().(*types.Basic); ssax.IsError(r.Type()) || ok && b.Kind() == types.Bool {
					return true
				}
			}
		}
	}
	return false
}

// keptElsewhere reports whether the token itself goes to something else than
// the library: a list of sessions, or of those that were called back.
func (e *engine) keptElsewhere(s *Site) bool {
	row := e.row(ssax.Callee(s.call.Common()))
	if row == nil || row.Token == model.None {
		return true // A wrapper of another package.
	}
	raw := OperandAt(s.call.Common(), row.Token)
	if raw == nil {
		return true
	}
	return e.handedOn(raw, s.call, 0)
}

func (e *engine) handedOn(raw ssa.Value, verifying ssa.CallInstruction, depth int) bool {
	if raw.Referrers() == nil {
		return false
	}
	for _, ref := range *raw.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok || call == verifying {
			continue
		}
		fn := ssax.Callee(call.Common())
		if fn == nil || fn.Pkg() != nil && !Modelled(fn.Pkg()) && std.Of(fn) == nil && !std.Printer(fn.Pkg().Path()) && fn.Pkg().Path() != "strings" {
			if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin {
				return true
			}
		}
	}
	p, ok := raw.(*ssa.Parameter)
	if !ok || depth > 2 {
		return false
	}
	for _, call := range e.calls[p.Parent()] {
		if arg := operand(call.Common(), paramIndex(p)); arg != nil && e.handedOn(arg, call, depth+1) {
			return true
		}
	}
	return false
}

// handsClaimsOut reports whether a function returns claims of the types, or a
// token, to other packages.
func (e *engine) handsClaimsOut(fn *ssa.Function, claims []types.Type) bool {
	return fn.Object() != nil && fn.Object().Exported() && claimsResult(fn.Signature, claims) >= 0 && e.pass.Pkg.Name() != "main"
}

// claimsResult is the result of a function that is claims or a token, -1 if none is.
func claimsResult(sig *types.Signature, claims []types.Type) int {
	for i := range sig.Results().Len() {
		t := sig.Results().At(i).Type()
		if _, ok := ClaimedType(t); ok || isMap(t) {
			return i
		}
		if slices.ContainsFunc(claims, func(c types.Type) bool { return types.Identical(deref(c), deref(t)) }) {
			return i
		}
	}
	return -1
}
