// Package jwtdep reports JWT libraries that are known to be broken.
package jwtdep

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/vuln"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report JWT libraries with known vulnerabilities, and those nobody maintains

The version that the build uses is looked up in the Go vulnerability database's
entries about JWT libraries, as of ` + vuln.Date + `; an entry counts where the package that
it names is imported. Whether the program calls the faulty function is not asked: what
a token makes a library do is hard to see, and the newer version mends it anyway.
govulncheck asks, for all modules, and over the network.

There is one finding for a module, at the first import in a package that imports none of
the same main module with that finding. A module that
a replace directive puts something else in the place of, and a version that the build does
not tell (Bazel), are not looked up. A library that is maintained no longer gets no
fix for what is found next: it is reported with its successor.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtdep", Doc: doc},
		Categories: categories, Default: true, Bad: vuln.Bad, Good: vuln.Good, Fix: fix,
	}, engine, run)
}

const fix = "require the version that the message names, and run go mod tidy; where nobody maintains the library, " +
	"move to its successor: most calls have the same names there"

var categories = []rule.Category{
	{Name: "jwtdep/abandoned", Level: rule.Warning, CWE: []string{"CWE-1104"}, RFC: "OWASP A06:2021",
		Title: "the JWT library is maintained no longer"},
	{Name: "jwtdep/vulnerable", Level: rule.Warning, CWE: []string{"CWE-1395"}, RFC: "OWASP A06:2021",
		Title: "the JWT library has a known vulnerability"},
}
