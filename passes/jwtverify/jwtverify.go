// Package jwtverify reports tokens that are trusted without being verified.
package jwtverify

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report tokens that are trusted without being verified

A claim is as good as the signature over it (RFC 8725, section 3.3). Some
libraries hand back the token and its claims together with the error that says
that the signature is wrong: whoever drops that error, only logs it, or takes it for
a token that is merely too old believes what anybody can write (CWE-347,
CWE-252). A middleware that answers 401 and does not return, or in gin and hertz
does not abort, lets the request go on to the handler. And a token that is parsed
without being verified says nothing about who has sent it.

After a migration a claims type may have a check that is never called:
golang-jwt v5 asks for Validate() error, its predecessors for Valid() error. The old
method still compiles.

The same holds for a middleware of go-chi/jwtauth whose outcome nobody asks for, for one
that only asks whether there is a bearer token, and, for tokens that have been
stolen, for an option that switches all checks of the claims off (CWE-613) where
nothing compares exp afterwards.

jwtverify goes through the code as it runs if the token is forged. It is silent where
token.Valid is asked instead of the error, where claims are only shown, logged
or choose the key, where the same text is verified as well or given to somebody who
may do so, where a function out of view judges the error, about unverified tokens
that come from no request in view, and in a handler at the end of a chain about the
Authorization header and cookies, which a middleware may have verified. An option
of jwx that switches the signature off is jwtalg/none.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtverify", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const fix = `return as soon as the verification returns an error, before anything looks at the claims, and in a middleware of gin or hertz call Abort; name the check of a claims type as the library calls it`

const bad = `token, _ := jwt.Parse(raw, key)
user := token.Claims.(jwt.MapClaims)["sub"]`

const good = `token, err := jwt.Parse(raw, key)
if err != nil {
	return err
}
user := token.Claims.(jwt.MapClaims)["sub"]`

var categories = []rule.Category{
	{Name: "jwtverify/dead-hook", Level: rule.Error, CWE: []string{"CWE-345"}, RFC: "RFC 8725 3.3",
		Title: "the claims type has a check that this library never calls"},
	{Name: "jwtverify/ignored-error", Level: rule.Error, CWE: []string{"CWE-347", "CWE-252"}, RFC: "RFC 8725 3.3",
		Title: "the verification has failed, and the claims are used or the request goes on"},
	{Name: "jwtverify/not-enforced", Level: rule.Error, CWE: []string{"CWE-862"}, RFC: "RFC 8725 3.3",
		Title: "the middleware lets requests without a valid token pass, and nobody refuses them"},
	{Name: "jwtverify/presence-only", Level: rule.Warning, CWE: []string{"CWE-287"}, RFC: "RFC 8725 3.3",
		Title: "a middleware refuses requests without a bearer token, and verifies none"},
	{Name: "jwtverify/unverified", Level: rule.Error, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.3",
		Title: "the claims of a token from a request are used, and nothing verifies it"},
	{Name: "jwtverify/validation-off", Level: rule.Warning, CWE: []string{"CWE-613"}, RFC: "RFC 8725 3.3",
		Title: "the check of exp and nbf is switched off, and not made by hand"},
}
