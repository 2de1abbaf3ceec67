package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// callWith follows a value into a call.
func (t *tracker) callWith(v ssa.Value, h holds, call ssa.CallInstruction) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if out, ok := call.(*ssa.Call); ok && b.Name() == "append" && h == holdsClaim {
			t.add(out, h)
		}
		return
	}
	fn := ssax.Callee(common)
	if row := t.row(fn); row != nil {
		t.modelledCheck(v, call, row)
		return
	}
	if callee := t.source(common.StaticCallee()); callee != nil {
		for i := range callee.Params {
			if operand(common, i) == v {
				t.add(callee.Params[i], h)
			}
		}
		return
	}
	if row := std.Of(fn); row != nil {
		t.standardCheck(v, h, call, row)
		return
	}
	if fact := t.fact(fn); fact != nil {
		for _, c := range fact.Checks {
			if c.Claim == t.claim && operand(common, c.Param) == v {
				t.found(c.state(), call.Pos())
				return
			}
		}
		return
	}
	if h == holdsClaim || !t.silentAbout(v, common) {
		t.opaque(h, call, fn)
	}
}

// opaque is a call out of view: the claim itself may be checked wherever
// something is returned; whole claims only where that is a verdict.
func (t *tracker) opaque(h holds, call ssa.CallInstruction, fn *types.Func) {
	if fn != nil && fn.Pkg() != nil && (std.Printer(fn.Pkg().Path()) || module.Standard(t.pass, fn.Pkg().Path())) {
		if h == holdsClaim && !std.Printer(fn.Pkg().Path()) {
			t.asked = append(t.asked, call)
		}
		return
	}
	results := call.Common().Signature().Results()
	verdict := false
	for r := range results.Variables() {
		verdict = verdict || ssax.IsError(r.Type()) || types.Identical(r.Type().Underlying(), types.Typ[types.Bool])
	}
	switch {
	case h == holdsClaim && results.Len() > 0:
		t.asked = append(t.asked, call)
	case verdict:
		t.found(Unseen, call.Pos())
	}
}

// modelledCheck is a call of the library: a getter or a check of the claim, or
// a validator with options of its own.
func (t *tracker) modelledCheck(v ssa.Value, call ssa.CallInstruction, row *model.Func) {
	out, _ := call.(*ssa.Call)
	recv, _ := ssax.Args(call.Common())
	about := recv
	if own := OperandAt(call.Common(), row.Claims); own != nil {
		about = own
	}
	switch row.Does {
	case model.DecodesClaims:
		if into := OperandAt(call.Common(), row.Claims); into != nil && recv == v {
			t.seedClaims(into)
		}
	case model.GetsClaim:
		if out != nil && about == v {
			t.readClaim(out, row)
		}
	case model.ChecksClaim:
		if row.Check == t.claim && out != nil && about == v {
			t.libraryCheck(out, row)
		}
	case model.ValidatesClaims:
		if t.models.Func(ssax.Callee(call.Common())) != nil {
			t.ownValidation(out, row, about == v)
			return
		}
		if out == nil {
			return
		}
		if about == v && t.claim == model.Exp {
			t.ifPresent(out, call.Pos()) // Whatever it is told to expect, it looks at the times.
			return
		}
		if options, ok := t.validating(out, row); ok {
			if about == v {
				t.validation(out, options)
			}
			return
		}
		if recv == nil || recv == v {
			return
		}
		if use := EnforcedBy(t.parserOptions(t.eval(recv, call.Pos()), libraryOf(call)), t.claim); len(use.Found) > 0 {
			t.decided(out, call.Pos())
		} else if use.Unseen {
			t.found(Unseen, call.Pos())
		}
	}
}

// libraryCheck is claims.VerifyIssuer and its like.
func (t *tracker) libraryCheck(call *ssa.Call, row *model.Func) {
	want := t.at(call, row.Value)
	switch required := t.at(call, row.Required); {
	case want.Kind == Claimed && want.Text == string(t.claim):
		t.found(Tautological, call.Pos())
	case row.Absent, row.Required != model.None && required.Kind == Literal && required.Text == "false":
		t.ifPresent(call, call.Pos())
	default:
		t.outcome(call)
	}
}

// ifPresent notes a check that passes when the token lacks the claim, if its
// outcome makes a difference.
func (t *tracker) ifPresent(outcome ssa.Value, pos token.Pos) {
	before := t.best
	t.decided(outcome, pos)
	if t.best.State == Checked {
		t.best = before
		t.found(IfPresent, pos)
	}
}

// standardCheck is a call of a modelled function of the standard library.
func (t *tracker) standardCheck(v ssa.Value, h holds, call ssa.CallInstruction, row *std.Func) {
	out, ok := call.(*ssa.Call)
	if !ok {
		return
	}
	recv, args := ssax.Args(call.Common())
	switch {
	case row.Does == std.Encodes:
		t.addResult(out, 0, h)
	case row.Does == std.Decodes && (recv == v || args[0] == v):
		t.decoded = true
		t.seedClaims(args[row.Arg])
	case row.Does == std.Builds:
		t.opaque(h, call, ssax.Callee(call.Common()))
	}
	if h != holdsClaim {
		return
	}
	switch row.Does {
	case std.Passes, std.FirstSet:
		t.add(out, h)
	case std.Matches:
		for _, arg := range call.Common().Args {
			if arg != v && t.seen[arg] == holdsClaim {
				t.found(Tautological, call.Pos())
				return
			}
		}
		t.decided(out, call.Pos())
	}
}

// addResult follows one result of a call.
func (t *tracker) addResult(call *ssa.Call, index int, h holds) {
	if call.Common().Signature().Results().Len() == 1 {
		t.add(call, h)
		return
	}
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == index {
			t.add(ex, h)
		}
	}
}

// hook follows the claims into the check that the library asks the claims type for.
func (t *tracker) hook(s *Site) {
	if s.library == nil {
		return // The project's own row says what is checked.
	}
	name := s.library.Hook.Name
	if name == "" {
		return // The library asks no claims type.
	}
	for _, typ := range s.ClaimsTypes() {
		sel := types.NewMethodSet(typ).Lookup(t.pass.Pkg, name)
		if sel == nil {
			continue
		}
		fn, ok := sel.Obj().(*types.Func)
		if !ok || t.row(fn) != nil {
			continue
		}
		if body := t.source(t.pkg.Prog.FuncValue(fn)); body != nil {
			t.add(body.Params[0], holdsClaims)
			continue
		}
		fact := t.fact(fn)
		if fact == nil {
			t.found(Unseen, s.Pos)
			continue
		}
		for _, c := range fact.Checks {
			if c.Param == 0 && c.Claim == t.claim {
				t.found(c.state(), s.Pos)
			}
		}
	}
}
