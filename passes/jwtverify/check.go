package jwtverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports claims types whose check is never called, and tokens that are
// trusted without being verified.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	result := flow.ResultOf(pass)
	rep := diag.New(pass, opts)
	for _, site := range result.Sites {
		if site.Model() != nil {
			hooks(pass, rep, result, site)
			lenient(rep, result, site)
		}
	}
	for _, trust := range result.Trusts {
		forged(pass, rep, trust)
	}
	for _, p := range result.Presences {
		rep.Report(diag.Finding{Pos: p.Pos, End: p.End, Category: "jwtverify/presence-only",
			Message: "the middleware only asks whether there is a token (any text will do); verify it before the request goes on",
			Steps:   []flow.Step{{Pos: p.Refusal, Phrase: "a request without one is refused here"}}})
	}
	return rep.Used(), nil
}

// hooks reports verifications into a claims type whose own check has the name
// that another major version of the library calls.
func hooks(pass *analysis.Pass, rep *diag.Reporter, result *flow.Result, site *flow.Site) {
	for _, t := range site.ClaimsTypes() {
		dead := deadHook(result, t, site)
		if dead == nil || result.Calls(dead) || checksNothing(pass, result.Decl(dead)) {
			continue
		}
		hook := site.Model().Hook
		rep.Report(diag.Finding{
			Pos: site.Pos, End: site.End, Category: "jwtverify/dead-hook",
			Message: "the claims type's " + hook.Ignored + " is never called by " + site.Library +
				" (what it refuses is accepted); name it " + hook.Name + "() error",
			Steps: []flow.Step{{Pos: dead.Pos(), Phrase: hook.Ignored + " is declared here"}},
		})
	}
}

// deadHook returns the method of the claims type that looks like its check and
// that the library does not call, or nil. A type that has the right one too
// is taken to use it.
func deadHook(result *flow.Result, t types.Type, site *flow.Site) *types.Func {
	hook := site.Model().Hook
	if result.OwnMethod(t, hook.Name) != nil {
		return nil
	}
	dead := result.OwnMethod(t, hook.Ignored)
	if dead == nil || !onlyReturnsError(dead) {
		return nil
	}
	return dead
}

func onlyReturnsError(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Params().Len() == 0 && sig.Results().Len() == 1 &&
		types.Identical(sig.Results().At(0).Type(), types.Universe.Lookup("error").Type())
}

// checksNothing reports whether a method of this package only returns nil: a
// leftover that nobody misses.
func checksNothing(pass *analysis.Pass, decl *ast.FuncDecl) bool {
	if decl == nil || len(decl.Body.List) != 1 {
		return false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	return pass.TypesInfo.Types[ret.Results[0]].IsNil()
}
