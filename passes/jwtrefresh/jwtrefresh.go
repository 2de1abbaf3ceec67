// Package jwtrefresh reports refresh tokens that a thief can use for as long
// as they last.
package jwtrefresh

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report refresh tokens that are not rotated or not bound

A refresh token lives for weeks. Where each use of it leaves it as good as before, a copy works beside
the original until both expire, and nobody notices (RFC 9700 4.14.2 asks for rotation or for a binding to the
client). Where it has nothing that the server could know it again by, and is kept nowhere,
it cannot be called back either, not even at a logout.
What a token is for is read off names: of functions, variables, fields, cookies and claims. The rule is silent where
they say nothing, and where the token, its jti or what else singles it out goes to a store or anything else that
is out of view: that may strike it off. It is off unless asked for, because it judges a design and
not a mistake, and is silent about most designs that it cannot see as a whole.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtrefresh", Doc: doc},
		Categories: categories, Default: false, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const fix = `give each refresh token a jti, keep that in a store, strike it off at each use and issue a new one`

const bad = `claims, err := verify(refreshToken)
if err != nil {
	return "", err
}
return newAccessToken(claims.Subject) // refreshToken can be used again, by anybody`

const good = `claims, err := verify(refreshToken)
if err != nil {
	return "", "", err
}
if err := store.Use(claims.ID); err != nil { // fails if it was used before
	return "", "", err
}
return newTokens(claims.Subject) // an access token and another refresh token`

var categories = []rule.Category{
	{Name: "jwtrefresh/not-rotated", Level: rule.Note, CWE: []string{"CWE-613"}, RFC: "RFC 9700 4.14.2",
		Title: "a refresh token stays valid after its use"},
	{Name: "jwtrefresh/unbound", Level: rule.Note, CWE: []string{"CWE-613"}, RFC: "RFC 9700 4.14.2",
		Title: "a refresh token is bound to nothing and kept nowhere"},
}

// run reports the places that leave a refresh token as it was, and those that issue
// one that cannot be called back.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	rep := diag.New(pass, opts)
	res := flow.ResultOf(pass)
	for _, u := range res.Unrotated() {
		rep.Report(diag.Finding{Pos: u.Pos, End: u.End, Category: "jwtrefresh/not-rotated", Steps: u.Steps,
			Message: "the refresh token stays valid after its use (a stolen copy works until exp); revoke it and issue another"})
	}
	for _, u := range res.Unbound {
		rep.Report(diag.Finding{Pos: u.Pos, End: u.End, Category: "jwtrefresh/unbound", Steps: u.Steps,
			Message: "the refresh token has no jti and is kept nowhere (it cannot be revoked); add a jti and store it"})
	}
	return rep.Used(), nil
}
