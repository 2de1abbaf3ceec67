// Package jwtverify reports tokens that are trusted without being verified.
package jwtverify

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report checks of a claims type that the library never calls

golang-jwt v5 asks a claims type for Validate() error; its predecessors ask
for Valid() error. After a migration the old method still compiles
and is never called, so whatever it checked is accepted.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	opts := new(rule.Options)
	a := &analysis.Analyzer{
		Name:       "jwtverify",
		Doc:        doc,
		URL:        "https://github.com/jwtvet/jwtvet#jwtverify",
		Requires:   []*analysis.Analyzer{engine, ignore.Analyzer},
		ResultType: reflect.TypeFor[*ignore.Used](),
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, opts) },
	}
	opts.Register(a)
	return &rule.Rule{Analyzer: a, Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix}
}

const fix = `name the check as the library calls it`

const bad = `func (c *Claims) Valid() error { return c.checkTenant() } // golang-jwt v5 never calls it`

const good = `func (c *Claims) Validate() error { return c.checkTenant() }`

var categories = []rule.Category{
	{Name: "jwtverify/dead-hook", Level: rule.Error, CWE: []string{"CWE-345"}, RFC: "RFC 8725 3.3",
		Title: "the claims type has a check that this library never calls"},
}
