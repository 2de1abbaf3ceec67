// Package jwtaudit reports refusals that leave no trace.
package jwtaudit

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/flow/trace"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report refusals of tokens that leave no trace

A token with a wrong signature, or whose issuer, audience or subject is not the
expected one, does not come about by itself: somebody tries something, or a
service is set up wrongly. A handler or middleware that answers 401 and logs
nothing keeps that from everybody who could act on it (CWE-778).

The rule looks at functions that are given a request: at the branch on which a
verification has failed, or a claim that says whose the token is differs from
what is expected. It is silent where anything on the way may log, count or
report it, where the error goes to a caller, an error handler or a function
out of view, where the token is only missing or only expired, and where
the verification logs by itself. What middleware in front writes, it cannot see:
it is off by default.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer, nil))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it; project is what that engine asks first.
func New(shared *analysis.Analyzer, project *engine.Own) *rule.Rule {
	traces := trace.New(project.Models(), shared)
	r := diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtaudit", Doc: doc},
		Categories: categories, Default: false, Bad: bad, Good: good, Fix: fix,
	}, shared, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return report(pass, opts, pass.ResultOf[traces].(*trace.Result)), nil
	})
	r.Requires = append(r.Requires, traces)
	return r
}

const fix = `log the refusal with what was expected and who has asked, and never the token itself`

const bad = `if err != nil {
	http.Error(w, "unauthorized", http.StatusUnauthorized)
	return
}`

const good = `if err != nil {
	slog.Warn("token refused", "remote", r.RemoteAddr, "err", err)
	http.Error(w, "unauthorized", http.StatusUnauthorized)
	return
}`

var categories = []rule.Category{
	{Name: "jwtaudit/silent", Level: rule.Note, CWE: []string{"CWE-778"}, RFC: "OWASP A09:2021",
		Title: "a token is refused, and nothing is logged"},
}

// report reports the branches that refuse in silence.
func report(pass *analysis.Pass, opts *rule.Options, traces *trace.Result) any {
	rep := diag.New(pass, opts)
	for _, refusal := range traces.Refusals() {
		rep.Report(diag.Finding{Pos: refusal.Pos, End: refusal.End, Category: "jwtaudit/silent",
			Message: what(refusal) + " is refused and nothing is logged (nobody learns of attempts); log the refusal", Steps: refusal.Steps})
	}
	return rep.Used()
}

// what names the token that is refused. The names of claims are the project's.
func what(r *flow.Refusal) string {
	const longest = 24
	switch {
	case r.Claim == "":
		return "a forged token"
	case len(r.Claim) > longest:
		return "another caller"
	}
	return "another " + r.Claim
}
