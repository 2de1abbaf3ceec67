// Package jwtaud reports tokens whose audience is not checked.
package jwtaud

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/expected"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtaud", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return expected.Run(pass, opts, claim), nil
	})
}

var claim = expected.Claim{
	Rule: "jwtaud", Name: model.Aud, Word: "audience",
	Consequence: "one for another service passes",
	Remedy:      "pass jwt.WithAudience or compare aud",
}

const fix = `give the parser the audience that stands for this service, WithAudience or what your library has in its place, or compare it after parsing and leave if it differs`

const bad = `token, err := jwt.ParseWithClaims(raw, &claims, keyfunc)`

const good = `token, err := jwt.ParseWithClaims(raw, &claims, keyfunc, jwt.WithAudience("https://api.example.com"))`

var categories = []rule.Category{
	{Name: "jwtaud/empty", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.9",
		Title: "the expected audience is empty, which switches the check off"},
	{Name: "jwtaud/missing", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.9",
		Title: "nothing checks the audience of the token"},
	{Name: "jwtaud/optional", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.9",
		Title: "the audience check passes when the token has none"},
	{Name: "jwtaud/tautology", Level: rule.Error, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.9",
		Title: "the expected audience is read from the token itself"},
	{Name: "jwtaud/unseen", Level: rule.Note, CWE: []string{"CWE-345"}, RFC: "RFC 8725 3.9",
		Title: "with -strict: what checks the audience could not be seen"},
}

const doc = `report tokens whose audience is not checked

A token that was issued for another service is validly signed all the same.
Unless the audience is compared with one's own name, whoever holds a
token for any service of the issuer can use it here (RFC 8725, section 3.9).

jwtaud is silent when the parser enforces an audience, or when the claims are
compared with an expected one before the function returns, in a
helper, in the claims type's own check, or in the callers.`
