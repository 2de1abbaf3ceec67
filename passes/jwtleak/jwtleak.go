// Package jwtleak reports tokens and keys that end where others can read them.
package jwtleak

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report tokens and keys that end in logs and addresses

A token lets in whoever holds it, and a key signs tokens for whoever holds that.
Logs are kept, copied and read by many (CWE-532). An address is written into the
logs of every server and proxy on the way, and into the browser's history
(CWE-598; RFC 6750, section 5.3), so a token does not belong into its query.

jwtleak is silent about claims and digests, about the fragment of an address, which
stays with the client, about what a command prints as its result, about requests that
become a WebSocket, where a browser can set no header, or come through a function that
is named after sockets, and about what lets nobody in: an id_token_hint (OpenID Connect
RP-Initiated Logout, section 2) and a signed request for an authorization, the
parameter request (RFC 9101, section 5). Of the parameters that a program puts into an
address's query itself it reports those that are named after a token, such as
access_token: a signed state lets nobody in.`

const fix = `log the jti or the subject instead of the token; take tokens from the Authorization header or a cookie, and hand them over in the body of an answer`

const bad = `log.Printf("login of %s: %s", user, token)`

const good = `log.Printf("login of %s: token %s", user, claims.ID)`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtleak", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

var categories = []rule.Category{
	{Name: "jwtleak/log", Level: rule.Warning, CWE: []string{"CWE-532"}, RFC: "RFC 6750 5.2",
		Title: "a token or a key is logged"},
	{Name: "jwtleak/url", Level: rule.Warning, CWE: []string{"CWE-598"}, RFC: "RFC 6750 5.3",
		Title: "a token is read from the query of an address, or put into one"},
}
