package jwtpanic

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports each assertion that a token can make panic.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	rep := diag.New(pass, opts)
	for _, a := range flow.ResultOf(pass).Assertions() {
		rep.Report(diag.Finding{
			Pos: a.Expr.Pos(), End: a.Expr.End(), Category: "jwtpanic/assertion",
			Message: message(a), Steps: a.Steps, Fixes: refuse(pass, a),
		})
	}
	return rep.Used(), nil
}

func message(a flow.Assertion) string {
	name := func(t types.Type) string { return types.TypeString(t, (*types.Package).Name) }
	if a.Holds != nil {
		if held, taken := name(a.Holds), name(a.Type); len(held)+len(taken) <= 54 {
			return fmt.Sprintf("claims are %s (asserting %s panics on every token); assert what was parsed", held, taken)
		}
		return "the claims are of another type (the assertion panics on every token); assert what was parsed"
	}
	what := "a claim"
	if a.Claim != "" && len(a.Claim) <= 24 {
		what = "claim " + a.Claim
	}
	if t := name(a.Type); len(t) <= 24 {
		what += " is taken for " + t
	} else {
		what += " has its type taken for granted"
	}
	return what + " unchecked (another token panics); use the two-value form and refuse"
}
