// Package jwtcookie reports cookies that hold a token and are open.
package jwtcookie

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report cookies with a token that scripts, eavesdroppers or other sites can use

A token in a cookie is as safe as the cookie: without HttpOnly every script of
the page reads it (CWE-1004), without Secure it is sent in the clear (CWE-614),
and without SameSite browsers decide whether requests that other sites cause carry
it (CWE-1275).

A cookie holds a token if the program signs what it puts there, or if its name says
so. jwtcookie is silent about cookies that are deleted, about attributes that
depend on a configuration, about frameworks that set a safe one themselves, and about
HttpOnly where scripts have to read the cookie (csrf, xsrf).`

const fix = `set HttpOnly, Secure and SameSite, each to a constant or from the configuration`

const bad = `http.SetCookie(w, &http.Cookie{Name: "token", Value: signed})`

const good = `http.SetCookie(w, &http.Cookie{Name: "token", Value: signed,
	HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtcookie", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

var categories = []rule.Category{
	{Name: "jwtcookie/httponly", Level: rule.Warning, CWE: []string{"CWE-1004"}, RFC: "RFC 6265 4.1.2.6",
		Title: "scripts can read the cookie that holds a token"},
	{Name: "jwtcookie/samesite", Level: rule.Warning, CWE: []string{"CWE-1275"}, RFC: "RFC 6265bis 5.6.7",
		Title: "nothing says whether requests of other sites carry the cookie that holds a token"},
	{Name: "jwtcookie/secure", Level: rule.Warning, CWE: []string{"CWE-614"}, RFC: "RFC 6265 4.1.2.5",
		Title: "the cookie that holds a token is sent in the clear as well"},
}
