// Package jwtexp reports tokens that live too long.
package jwtexp

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report claims types through which expired tokens pass

The library finds the expiry by asking the claims type. A field that takes the
JSON name "exp" away from the registered claims, registered claims
under a name of their own, an embedded or nil map, or an overridden getter
leave it with nothing to compare, and expired tokens are accepted.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	opts := new(rule.Options)
	a := &analysis.Analyzer{
		Name:       "jwtexp",
		Doc:        doc,
		URL:        "https://github.com/jwtvet/jwtvet#jwtexp",
		Requires:   []*analysis.Analyzer{engine, ignore.Analyzer},
		ResultType: reflect.TypeFor[*ignore.Used](),
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, opts) },
	}
	opts.Register(a)
	return &rule.Rule{Analyzer: a, Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix}
}

const fix = `let the claims type take its expiry from the library's registered claims, embedded without a tag`

const bad = `type Claims struct {
	jwt.RegisteredClaims
	Exp int64 ` + "`json:\"exp\"`" + `
}`

const good = `type Claims struct {
	jwt.RegisteredClaims
}`

var categories = []rule.Category{
	{Name: "jwtexp/shadowed", Level: rule.Error, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "expired tokens pass because of the claims type"},
}
