// Package jwtexp reports tokens that live too long.
package jwtexp

import (
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report tokens that live too long

A stolen token is good until it expires, and nothing takes it back. Tokens
that are issued without exp, or with one that lies further ahead than -jwtexp.max
(for refresh tokens -jwtexp.max-refresh), are reported where they are issued; so is an
exp in milliseconds or a time.Duration, which RFC 7519 has verifiers read as
seconds. Lifetimes are followed from constants, through arithmetic, variables,
fields and functions of other packages; those from a configuration are left alone.

Where tokens are verified, the library finds the expiry by asking the claims
type. A field that takes the JSON name "exp" away from the registered claims,
registered claims under a name of their own, an embedded or nil map, or an overridden
getter leave it with nothing to compare, and expired tokens are accepted. Tokens without
exp pass unless the parser requires it, and a leeway above five minutes lets expired
ones pass for as long.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	life := &lifetimes{max: 24 * time.Hour, maxRefresh: 90 * 24 * time.Hour}
	r := diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtexp", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, func(pass *analysis.Pass, opts *rule.Options) (any, error) {
		return run(pass, opts, life)
	})
	life.register(r.Analyzer)
	return r
}

// lifetimes are what a user takes for long.
type lifetimes struct {
	max, maxRefresh time.Duration
}

// maxLeeway is what RFC 7519 calls a few minutes.
const maxLeeway = 5 * time.Minute

func (l *lifetimes) register(a *analysis.Analyzer) {
	a.Flags.DurationVar(&l.max, "max", l.max, "longest lifetime of a token that is not reported")
	a.Flags.DurationVar(&l.maxRefresh, "max-refresh", l.maxRefresh, "the same for refresh tokens")
}

const fix = `set exp a few minutes or hours ahead in seconds, renew with a refresh token, and have the parser require it`

const bad = `claims := jwt.MapClaims{"sub": user, "exp": time.Now().AddDate(1, 0, 0).Unix()}`

const good = `claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(15 * time.Minute).Unix()}`

var categories = []rule.Category{
	{Name: "jwtexp/leeway", Level: rule.Warning, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "expired tokens pass for more than five minutes"},
	{Name: "jwtexp/no-exp", Level: rule.Warning, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "tokens are issued that never expire"},
	{Name: "jwtexp/not-required", Level: rule.Note, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "tokens without exp are accepted"},
	{Name: "jwtexp/shadowed", Level: rule.Error, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "expired tokens pass because of the claims type"},
	{Name: "jwtexp/too-long", Level: rule.Warning, CWE: []string{"CWE-613"}, RFC: "RFC 7519 4.1.4",
		Title: "tokens are issued with a long lifetime"},
	{Name: "jwtexp/units", Level: rule.Error, CWE: []string{"CWE-613", "CWE-682"}, RFC: "RFC 7519 2",
		Title: "exp is not given in seconds"},
}
