// Package jwtalg reports places that verify a token without pinning the
// algorithms they accept.
package jwtalg

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report tokens that are verified without an algorithm allowlist

A token names its own algorithm in its header. A verifier that accepts
whatever stands there lets the sender choose: "none", another hash, or HMAC
with a public key as the secret (RFC 8725, sections 2.1, 3.1 and 3.2).

The accepted algorithms are pinned, and jwtalg is silent, when the parser has a
non-empty list of valid methods, or when the keyfunc returns an
error for every other method before it returns a key.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtalg", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const fix = `give the parser the list of algorithms that you sign with, WithValidMethods or what your library has in its place, or let the keyfunc return an error for every other method`

const bad = `token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil })`

const good = `token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil },
	jwt.WithValidMethods([]string{"HS256"}))`

var categories = []rule.Category{
	{Name: "jwtalg/confusable", Level: rule.Error, CWE: []string{"CWE-347", "CWE-327"}, RFC: "RFC 8725 3.1",
		Title: "the token chooses which kind of key verifies it"},
	{Name: "jwtalg/empty-list", Level: rule.Warning, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.1",
		Title: "the list of valid methods is empty, which accepts any"},
	{Name: "jwtalg/none", Level: rule.Error, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.2",
		Title: "unsigned tokens are accepted or issued"},
	{Name: "jwtalg/unpinned", Level: rule.Warning, CWE: []string{"CWE-347", "CWE-327"}, RFC: "RFC 8725 3.1",
		Title: "nothing restricts the algorithm that the token names"},
	{Name: "jwtalg/unseen", Level: rule.Note, CWE: []string{"CWE-347"}, RFC: "RFC 8725 3.1",
		Title: "with -strict: what pins the algorithm could not be seen"},
}
