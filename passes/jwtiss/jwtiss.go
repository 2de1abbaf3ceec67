// Package jwtiss reports tokens whose issuer is not checked.
package jwtiss

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
		Analyzer:   &analysis.Analyzer{Name: "jwtiss", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return expected.Run(pass, opts, claim), nil
	})
}

var claim = expected.Claim{
	Rule: "jwtiss", Name: model.Iss, Word: "issuer",
	Consequence: "anyone's that the key verifies passes",
	Remedy:      "pass jwt.WithIssuer or compare iss",
}

const fix = `give the parser the issuer whose keys you verify with, WithIssuer or what your library has in its place, or compare it after parsing and leave if it differs`

const bad = `token, err := jwt.ParseWithClaims(raw, &claims, keyfunc)`

const good = `token, err := jwt.ParseWithClaims(raw, &claims, keyfunc, jwt.WithIssuer("https://api.example.com"))`

var categories = []rule.Category{
	{Name: "jwtiss/empty", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.8",
		Title: "the expected issuer is empty, which switches the check off"},
	{Name: "jwtiss/missing", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.8",
		Title: "nothing checks the issuer of the token"},
	{Name: "jwtiss/optional", Level: rule.Warning, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.8",
		Title: "the issuer check passes when the token has none"},
	{Name: "jwtiss/tautology", Level: rule.Error, CWE: []string{"CWE-345", "CWE-287"}, RFC: "RFC 8725 3.8",
		Title: "the expected issuer is read from the token itself"},
	{Name: "jwtiss/unseen", Level: rule.Note, CWE: []string{"CWE-345"}, RFC: "RFC 8725 3.8",
		Title: "with -strict: what checks the issuer could not be seen"},
}

const doc = `report tokens whose issuer is not checked

A key can serve several issuers, and a key set can hold keys of more than one.
Unless the issuer is compared with the expected one, a token of a
test system or another tenant passes (RFC 8725, section 3.8).

jwtiss is silent when the parser enforces an issuer, or when the claims are
compared with an expected one before the function returns, in a
helper, in the claims type's own check, or in the callers.`
