// Package jwtignore reports comments that are to silence a finding and do not.
package jwtignore

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report //jwtvet:ignore comments that are mistyped or silence nothing

A finding that is known and harmless is silenced where it stands:

	//jwtvet:ignore jwtaud,jwtiss/missing the gateway has checked both
	//jwtvet:file-ignore jwtkey keys of a demonstration

The first word lists rules or categories, the rest is the reason, which is
required. The comment goes behind the line, or above it, by itself or among
other comments. Behind or above the first line of a function, type, var, const
or field it is about the whole of it; of a statement, about all but the
bodies of the functions in it. What counts is where the finding itself stands:
jwtkey reports a key where its text is, jwtsub an unguarded handler perhaps at
its route.

A comment that does nothing hides the next finding unnoticed, and a mistyped
one leaves its author in a false belief; both are reported. A name counts as
unused only if its rule ran and looked at the package; findings below the level
shown are findings. jwtignore/unused is silenced like any other category, for
what is only found on some platforms or with -tests. Packages that neither
reach a JWT library nor answer requests are not read, and their comments are
not looked at. Where each rule runs by itself, as under Bazel's nogo, only the
form of the comments is checked, since nobody there knows what the others found.`

// Analyzer is the rule for drivers that take analyzers one by one. It knows no
// other rule, so it checks the form of the directives only.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	opts, others := new(rule.Options), new(others)
	own := []*analysis.Analyzer{engine, ignore.Analyzer}
	a := &analysis.Analyzer{
		Name:     "jwtignore",
		Doc:      doc,
		URL:      "https://github.com/jwtvet/jwtvet#jwtignore",
		Requires: own,
		Run: func(pass *analysis.Pass) (any, error) {
			run(pass, opts, others)
			return nil, nil
		},
	}
	opts.Register(a)
	r := &rule.Rule{Analyzer: a, Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix}
	r.Beside = func(all, running []*rule.Rule) {
		*others = besides(r, all, running)
		a.Requires = append(own[:len(own):len(own)], others.analyzers()...)
	}
	return r
}

const fix = `correct the comment, or drop it if the finding is gone`

const bad = `//jwtvet:ignore jwtaut the gateway has checked it
token, err := jwt.ParseWithClaims(raw, &claims, keyfunc)`

const good = `//jwtvet:ignore jwtaud the gateway has checked it
token, err := jwt.ParseWithClaims(raw, &claims, keyfunc)`

var categories = []rule.Category{
	{Name: "jwtignore/malformed", Level: rule.Warning, CWE: []string{"CWE-710"}, RFC: "house-keeping",
		Title: "a comment is to silence findings and cannot be understood"},
	{Name: "jwtignore/unused", Level: rule.Warning, CWE: []string{"CWE-1164"}, RFC: "house-keeping",
		Title: "a comment silences no finding"},
}
