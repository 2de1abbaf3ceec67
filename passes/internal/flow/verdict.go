package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// invalid is the field that says whether a token is valid, where no error of the
// same verification has been asked before: there it says nothing more.
func (a *Audit) invalid(x ssa.Value, field int, at *ssa.BasicBlock) *cause {
	f := ssax.Field(x.Type(), field)
	row, _ := jwt.TypeOf(x.Type())
	if f == nil || f.Name() != "Valid" || row == nil || row.Is != model.IsToken {
		return nil
	}
	call, _ := resultIn(x)
	if call == nil || a.pastError(call, at) {
		return nil
	}
	if c := a.verifies(call); c != nil {
		return c
	}
	if len(a.failsAt(call)) > 0 {
		return a.causeAt(call)
	}
	return nil
}

// pastError reports whether a block lies behind the branch on which the error of
// a call was nil.
func (a *Audit) pastError(call *ssa.Call, at *ssa.BasicBlock) bool {
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		err, ok := ref.(*ssa.Extract)
		return ok && ssax.IsError(err.Type()) && tested(err, token.EQL, at)
	})
}

func (a *Audit) causeAt(call *ssa.Call) *cause {
	c := &cause{call: call}
	c.pos, c.end = a.span(call)
	return c
}

// failure is the cause that a result of a call tells of: an error that is set, a
// bool that is false, a nil in place of what was asked for.
func (a *Audit) failure(call *ssa.Call, index int) *cause {
	results := call.Common().Signature().Results()
	if index >= results.Len() {
		return nil
	}
	if t := results.At(index).Type(); ssax.IsError(t) || isBoolType(t) {
		if c := a.verifies(call); c != nil {
			return c
		}
	}
	if slices.Contains(a.failsAt(call), index) {
		return a.causeAt(call)
	}
	return nil
}

// verifies is the cause of a library's own call: a verification, or a check of a
// claim that says whose the token is.
func (a *Audit) verifies(call *ssa.Call) *cause {
	row := a.row(ssax.Callee(call.Common()))
	if row == nil {
		return nil
	}
	c := a.causeAt(call)
	switch row.Does {
	case model.Verifies:
		if !keyless(call, row) {
			return c
		}
	case model.ChecksClaim:
		if tellsWho(string(row.Check)) {
			c.claim = string(row.Check)
			return c
		}
	case model.ValidatesClaims:
		c.claim = a.expectedClaim(call, row)
		if c.claim != "" {
			return c
		}
	}
	return nil
}

// expectedClaim is a claim that a validation expects a value of, "" if it looks
// at nothing but the times.
func (a *Audit) expectedClaim(call *ssa.Call, row *model.Func) string {
	for _, claim := range []model.Claim{model.Sub, model.Aud, model.Iss} {
		t := &tracker{engine: a.engine, claim: claim}
		options, ok := t.validating(call, row)
		if recv, _ := ssax.Args(call.Common()); !ok && recv != nil {
			options, ok = a.parserOptions(a.eval(recv, call.Pos()), libraryOf(call)), true
		}
		if ok && len(EnforcedBy(options, claim).Found) > 0 {
			return string(claim)
		}
	}
	return ""
}
