// Package jwtpanic reports claims whose type is taken for granted.
package jwtpanic

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report type assertions on claims that panic on an unexpected token

A token is JSON: a claim that is missing, or of another type than expected, makes
claims["sub"].(string) panic. One such token ends the request, or the whole
program where nothing recovers. Reported are assertions without a second result
on an element of a map of claims, on what such an element holds, on what a library returns
of one claim, and on a value that a middleware has put into the context as it was.

Silent is what is certain: a test of the same claim on the way there; a claim that every token
issued in this package, or one that it imports, has in that form; one that the
verification requires. token.Claims.(T) is reported where the token was parsed into another type.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtpanic", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const bad = `id := claims["sub"].(string)`

const good = `id, ok := claims["sub"].(string)
if !ok {
	return errors.New("claim sub is missing or no string")
}`

const fix = "use the two-value form and refuse the token if the second value is false; -fix does so in functions " +
	"that return an error"

var categories = []rule.Category{
	{Name: "jwtpanic/assertion", Level: rule.Warning, CWE: []string{"CWE-704", "CWE-248"}, RFC: "RFC 7519 4",
		Title: "a claim's type is taken for granted"},
}
