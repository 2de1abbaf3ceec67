// Package jwtscope reports routes that any valid token opens, while their
// siblings ask for a scope or role.
package jwtscope

import (
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report routes that ask for no scope or role while their siblings do

A token tells who the caller is; what the caller may do, its scopes or roles
tell. If two of three routes of a group, and five at least, ask for one before
they change data, or the others of the same resource do, the one that does not
has probably been forgotten, and every caller may call it (OWASP API5:2023,
broken function level authorization). Nothing but the siblings is evidence: the rule is silent where
no route asks, about routes of the caller's own (me, profile, password,
sessions), and about handlers that look at the caller themselves unless such
siblings ask for a scope as well.

-jwtscope.reads also reports routes that only return data.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(access.Default))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(follow *access.Engine) *rule.Rule {
	reads := false
	r := diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtscope", Doc: doc},
		Categories: categories, Bad: bad, Good: good, Fix: fix,
	}, follow.Analyzer, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return report(pass, opts, pass.ResultOf[follow.Analyzer].(*access.Result), reads), nil
	})
	r.Flags.BoolVar(&reads, "reads", false, "also report routes that only return data")
	return r
}

const fix = `ask for the scope or role that the siblings ask for; if every caller may, say so in a comment that silences the finding`

const bad = `api := r.Group("/api", authenticate)
api.POST("/products", requireRole("editor"), addProduct)
api.DELETE("/products/:id", deleteProduct)`

const good = `api := r.Group("/api", authenticate)
api.POST("/products", requireRole("editor"), addProduct)
api.DELETE("/products/:id", requireRole("editor"), deleteProduct)`

var categories = []rule.Category{
	{Name: "jwtscope/missing", Level: rule.Note, CWE: []string{"CWE-862"}, RFC: "OWASP API5:2023",
		Title: "a route asks for no scope or role while its siblings do"},
}

func report(pass *analysis.Pass, opts *rule.Options, result *access.Result, reads bool) any {
	rep := diag.New(pass, opts)
	for _, m := range result.Missing {
		if m.Reads && !reads {
			continue
		}
		rep.Report(diag.Finding{Pos: m.Pos, Category: "jwtscope/missing", Steps: m.Steps,
			Message: "this route does without " + m.Sibling.Check + " (any valid token will do); ask as " + sibling(m.Sibling) + " does"})
	}
	return rep.Used()
}

// room is what a line leaves for the sibling and its check.
const room = 50

// sibling names the route, or its place if the line is too short for it.
func sibling(s access.Sibling) string {
	if utf8.RuneCountInString(s.Route+s.Check) > room {
		return "the route at " + s.Where
	}
	return s.Route
}
