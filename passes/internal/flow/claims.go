package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// CheckState says whether a claim of a verified token meets an expected value
// before it is used. The larger state wins where there are several ways.
type CheckState int

const (
	// NotChecked: nothing in view compares the claim.
	NotChecked CheckState = iota
	// Tautological: it is compared with itself.
	Tautological
	// IfPresent: it is compared, but a token without it passes.
	IfPresent
	// Unseen: something out of view may compare it.
	Unseen
	// Checked: it is compared, and the outcome decides.
	Checked
)

// ClaimCheck is the best check of a claim that was found, and where.
type ClaimCheck struct {
	State CheckState
	Pos   token.Pos
	// Options is a list of what later validations of the claims expect, those
	// whose outcome decides.
	Options Value
}

// ClaimCheck follows the token and claims of a site forwards and says whether
// the given claim is checked: in the function, its callees, the claims
// type's own hook, or the functions that the claims are returned to.
func (r *Result) ClaimCheck(s *Site, claim model.Claim) ClaimCheck {
	if s.Behind {
		return r.engine.behind(s, claim)
	}
	t := &tracker{engine: r.engine, claim: claim, seen: make(map[ssa.Value]holds), site: s.call, inner: s.inner, own: s.Own}
	for _, verifying := range []ssa.CallInstruction{s.call, s.inner} {
		v, ok := verifying.(*ssa.Call)
		if !ok {
			continue
		}
		t.seedCall(v)
		if read := resultOf(v, 0); s.text && read != nil {
			t.add(read, holdsClaims)
		}
	}
	if s.claims != nil {
		t.seedClaims(s.claims)
		t.hook(s)
	}
	t.seedOthers(s)
	t.solve()
	if t.best.State == NotChecked && !t.consumed {
		t.seedPeeked(s)
		t.solve()
		t.consumed = false // Of the verification's own nothing is.
	}
	t.best.Options = listOf(t.later...)
	if t.best.State == NotChecked && (s.Bare || s.stepwise && !t.consumed) {
		t.found(Unseen, s.Pos) // Whoever reads the claims verifies them once more, or has them from elsewhere.
	}
	if t.best.State == NotChecked && s.text && !t.decoded {
		t.found(Unseen, s.Pos) // It need not be claims that the text holds.
	}
	if t.best.State == NotChecked && s.forCallers(r.engine) {
		t.found(Unseen, s.Pos)
	}
	if t.best.State == NotChecked && !t.consumed && onlyVerdict(s.call.Parent(), t.calls) {
		t.found(Unseen, s.Pos)
	}
	return t.best
}

// forCallers reports whether the claims belong to callers in other packages,
// where the site is judged again.
func (s *Site) forCallers(e *engine) bool {
	fn := s.call.Parent()
	return paramIndex(s.claims) >= 0 && fn.Object() != nil && fn.Object().Exported() && len(e.calls[fn]) == 0
}

// onlyVerdict reports whether a function that ignores the claims can be a
// signature check on behalf of others: they hand the token in, get a yes or no, and
// read the claims by themselves.
func onlyVerdict(fn *ssa.Function, calls map[*ssa.Function][]ssa.CallInstruction) bool {
	if fn.Object() == nil || !fn.Object().Exported() || len(calls[fn]) > 0 {
		return false
	}
	results := fn.Signature.Results()
	if results.Len() == 0 {
		return false
	}
	for r := range results.Variables() {
		if !ssax.IsError(r.Type()) && !types.Identical(r.Type().Underlying(), types.Typ[types.Bool]) {
			return false
		}
	}
	for p := range fn.Signature.Params().Variables() {
		if types.Identical(p.Type().Underlying(), types.Typ[types.String]) {
			return true
		}
	}
	return false
}

// Check is what a FuncFact says of a claim: a call with claims or a token as
// operand Param returns well only if the claim met an expected value.
type Check struct {
	Param int
	Claim model.Claim
	// Optional: one without the claim passes, too.
	Optional bool
}

func (c Check) state() CheckState {
	if c.Optional {
		return IfPresent
	}
	return Checked
}

// holds says what a value holds, as far as a tracker cares.
type holds int

const (
	holdsToken holds = iota + 1
	holdsClaims
	holdsClaim // the claim in question
)

// tracker follows one token's claims forwards through a package, without
// regard to the order of calls: it may follow claims into a function from one
// caller and out to another, and so finds too many checks rather than too few.
type tracker struct {
	*engine
	claim    model.Claim
	seen     map[ssa.Value]holds
	work     []ssa.Value
	best     ClaimCheck
	compared []comparison
	asked    []ssa.CallInstruction // that get the claim and may compare it out of view
	later    []Value               // options of validations whose outcome decides

	// Whose operands are no use of the claims: the call that the site stands
	// at, and the library's behind it.
	site, inner ssa.CallInstruction
	consumed    bool // a claim is read, or the claims go somewhere
	decoded     bool // text has been read as JSON
	own         bool // the project's own function verifies; its claims type may be nobody else's
	stay        bool // callers are another matter
}

// found notes a check; the better one stays.
func (t *tracker) found(state CheckState, pos token.Pos) {
	if state > t.best.State {
		t.best.State, t.best.Pos = state, pos
	}
}

// add puts a value on the list, unless it is there already.
func (t *tracker) add(v ssa.Value, h holds) {
	if v == nil || t.seen[v] >= h {
		return
	}
	t.seen[v] = h
	t.work = append(t.work, v)
}

func (t *tracker) solve() {
	for len(t.work) > 0 && t.best.State < Checked {
		v := t.work[len(t.work)-1]
		t.work = t.work[:len(t.work)-1]
		refs := v.Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			t.use(v, t.seen[v], ref)
		}
	}
	t.settle()
}

// use follows one use of a value.
func (t *tracker) use(v ssa.Value, h holds, ref ssa.Instruction) {
	t.consumed = t.consumed || t.consumes(v, ref)
	switch ref := ref.(type) {
	case *ssa.FieldAddr:
		t.addField(ref, ref.X, ref.Field, h)
	case *ssa.Field:
		t.addField(ref, ref.X, ref.Field, h)
	case *ssa.Lookup:
		t.lookupClaim(v, h, ref)
	case *ssa.Store:
		t.store(v, h, ref)
	case *ssa.BinOp:
		if h == holdsClaim {
			t.compare(v, ref)
		}
	case ssa.CallInstruction:
		t.callWith(v, h, ref)
	case *ssa.Return:
		t.returned(v, h, ref)
	case *ssa.MakeClosure:
		for i, b := range ref.Bindings {
			if fn := ref.Fn.(*ssa.Function); b == v && i < len(fn.FreeVars) {
				t.add(fn.FreeVars[i], h)
			}
		}
	case *ssa.MapUpdate:
		if h == holdsClaim && ref.Value == v {
			t.found(Unseen, ref.Pos())
		}
	case *ssa.Extract:
		t.addExtract(v, h, ref)
	case *ssa.Range, *ssa.Next, *ssa.Index, *ssa.IndexAddr:
		if h == holdsClaim {
			t.add(ref.(ssa.Value), h)
		}
	case ssa.Value:
		if unwrap(ref) != nil || isJoin(ref) {
			t.add(ref, h)
		}
	}
}

// consumes reports whether an instruction does something with the token or
// claims other than to ask whether the token is valid.
func (t *tracker) consumes(v ssa.Value, ref ssa.Instruction) bool {
	switch ref := ref.(type) {
	case *ssa.FieldAddr:
		if row, _ := jwt.TypeOf(ref.X.Type()); row == nil || row.Is != model.IsToken && row.Is != model.IsParsed {
			return true
		}
		claim, _ := claimedField(ref.X.Type(), ssax.Field(ref.X.Type(), ref.Field))
		return claim != ""
	case ssa.CallInstruction:
		return ref != t.site && ref != t.inner
	case *ssa.Store:
		return ref.Val == v && !variadicOf(ref.Addr, t.inner)
	case *ssa.Lookup, *ssa.Return, *ssa.MakeClosure, *ssa.Field, *ssa.MapUpdate, *ssa.Range:
		return true
	}
	return false
}

// variadicOf reports whether an address is that of an element of the list that a
// call takes as its variadic operand.
func variadicOf(addr ssa.Value, call ssa.CallInstruction) bool {
	elem, ok := addr.(*ssa.IndexAddr)
	if !ok || call == nil {
		return false
	}
	return slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool {
		list, ok := arg.(*ssa.Slice)
		return ok && list.X == elem.X
	})
}

// isJoin reports whether a value is a phi or a load, which hold what their operand holds.
func isJoin(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Phi:
		return true
	case *ssa.UnOp:
		return v.Op == token.MUL
	}
	return false
}
