package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// The claims behind a middleware leave its call through the context of a
// request. Who reads them there cannot be told from one call, so that any
// check of the claim counts, on any token or claims in this package or in one
// that it imports. A middleware that a function returns to other packages is
// judged where they call it: they also see the handlers.

// behind says whether a claim is checked by the code behind a middleware.
func (e *engine) behind(s *Site, claim model.Claim) ClaimCheck {
	if e.handedOut(s) || s.Hooked {
		return ClaimCheck{State: Unseen, Pos: s.Pos, Options: listOf()}
	}
	check := e.checkedAnywhere(claim)
	if hooked := e.checkedByHook(s, claim); hooked.State > check.State {
		check = hooked
	}
	if check.State < Checked && slices.Contains(handedUp(e.pass, checksOf), claim) {
		return ClaimCheck{State: Checked, Options: listOf()}
	}
	return check
}

// checkedByHook is what the check of the claims type says that the middleware
// decodes to.
func (e *engine) checkedByHook(s *Site, claim model.Claim) ClaimCheck {
	t := &tracker{engine: e, claim: claim, seen: make(map[ssa.Value]holds), site: s.call}
	if s.claims != nil {
		t.hook(s)
		t.solve()
	}
	t.best.Options = listOf(t.later...)
	return t.best
}

// checkedAnywhere follows every token and all claims of the package.
func (e *engine) checkedAnywhere(claim model.Claim) ClaimCheck {
	if check, ok := e.anywhere[claim]; ok {
		return check
	}
	t := &tracker{engine: e, claim: claim, seen: make(map[ssa.Value]holds)}
	for _, v := range e.seeds() {
		t.seedAny(v)
	}
	t.solve()
	t.best.Options = listOf(t.later...)
	e.anywhere[claim] = t.best
	return t.best
}

// seedAny starts from a value that is a token or claims by its type, or by the
// row of the function that returns it.
func (t *tracker) seedAny(v ssa.Value) {
	if h := holdsOf(v); h != 0 {
		t.add(v, h)
	}
	if call, ok := v.(*ssa.Call); ok && t.getsClaims(call) {
		t.add(v, holdsClaims)
		for _, ref := range *v.Referrers() {
			if ex, ok := ref.(*ssa.Extract); ok && !ssax.IsError(ex.Type()) {
				t.add(ex, holdsClaims)
			}
		}
	}
}

// seeds lists the values outside tests that are tokens or claims, in source order.
// It is asked for each claim.
func (e *engine) seeds() []ssa.Value {
	if e.tokens != nil {
		return e.tokens
	}
	e.tokens = []ssa.Value{}
	for _, fn := range e.funcs {
		if isTestFile(e.pass, fn.Pos()) {
			continue
		}
		for _, p := range fn.Params {
			if holdsOf(p) != 0 {
				e.tokens = append(e.tokens, p)
			}
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch v := instr.(type) {
				case *ssa.TypeAssert, *ssa.Extract, *ssa.Alloc, *ssa.FieldAddr, *ssa.Field, *ssa.UnOp:
					if v := v.(ssa.Value); holdsOf(v) != 0 {
						e.tokens = append(e.tokens, v)
					}
				case *ssa.Call:
					if holdsOf(v) != 0 || e.getsClaims(v) {
						e.tokens = append(e.tokens, v)
					}
				}
			}
		}
	}
	return e.tokens
}

// getsClaims reports whether a call returns all claims of a token.
func (e *engine) getsClaims(call *ssa.Call) bool {
	row := e.row(ssax.Callee(call.Common()))
	return row != nil && row.Does == model.GetsClaim && row.Check == model.All
}

// checkedClaims lists the claims that this package or its imports check.
func (e *engine) checkedClaims() []model.Claim {
	out := handedUp(e.pass, checksOf)
	for _, claim := range []model.Claim{model.Aud, model.Exp, model.Iss} {
		check := e.checkedAnywhere(claim)
		if !slices.Contains(out, claim) && (check.State == Checked || len(EnforcedBy(check.Options, claim).Found) > 0) {
			out = append(out, claim)
		}
	}
	slices.Sort(out)
	return out
}

// handedOut reports whether only other packages use the middleware: its
// function returns one to them, or keeps it where they take it from.
func (e *engine) handedOut(s *Site) bool {
	if e.pass.Pkg.Name() == "main" {
		return false
	}
	fn := outermost(s.call.Parent())
	return e.keeps(s.call) || e.returnsLike(s.call, fn) && len(e.calls[fn]) == 0
}

// outermost is the declared function around a function literal.
func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// returnsLike reports whether a function has a result of the type that the
// call makes, or of a function type.
func (e *engine) returnsLike(call ssa.CallInstruction, fn *ssa.Function) bool {
	made := madeBy(call)
	for r := range fn.Signature.Results().Variables() {
		if _, isFunc := r.Type().Underlying().(*types.Signature); isFunc || made != nil && types.Identical(r.Type(), made) {
			return true
		}
	}
	return false
}

func madeBy(call ssa.CallInstruction) types.Type {
	if results := call.Common().Signature().Results(); results.Len() > 0 {
		return results.At(0).Type()
	}
	return nil
}

// keeps reports whether what a call makes is stored in a field, or in a
// variable that other packages see.
func (e *engine) keeps(call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	made := []ssa.Value{v}
	for _, ref := range *v.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == 0 {
			made = append(made, ex)
		}
	}
	for _, m := range made {
		for _, ref := range *m.Referrers() {
			store, ok := ref.(*ssa.Store)
			if !ok || store.Val != m {
				continue
			}
			switch addr := store.Addr.(type) {
			case *ssa.FieldAddr:
				return true
			case *ssa.Global:
				return addr.Object() != nil && addr.Object().Exported()
			}
		}
	}
	return false
}

// once leaves out middlewares that another package's function makes and that
// an earlier call of it has made already: one cause is one finding.
func once(sites []*Site) []*Site {
	made := make(map[string]bool)
	return slices.DeleteFunc(sites, func(s *Site) bool {
		if !s.Behind || s.maker == "" {
			return false
		}
		again := made[s.maker]
		made[s.maker] = true
		return again
	})
}

// keepBehind notes a middleware that is handed out for its function's fact, so
// that callers in other packages judge the claims.
func (e *engine) keepBehind(s *Site) {
	if !s.Behind || s.Hooked || s.call == nil {
		return
	}
	fn := outermost(s.call.Parent())
	if fn.Object() == nil || !fn.Object().Exported() || !e.returnsLike(s.call, fn) {
		return
	}
	c := *s
	c.ClaimsOnly = true
	e.keep(fn, &c)
}
