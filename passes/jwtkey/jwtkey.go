// Package jwtkey reports signing keys that stand in the source.
package jwtkey

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report HMAC and private keys that stand in the source

Whoever can read the source or the binary can sign tokens with such a key
(RFC 8725, section 3.5; CWE-321). The key is followed from where it
signs or verifies back to where it comes from: literals, constants,
fallbacks for an unset configuration, embedded files, variables that nothing sets.

Public keys, names of variables and files, constants that a key is only
compared with, defaults that the program itself refuses (it compares the setting with
that text and ends in an error, a panic or log.Fatal), and what a function stores that
is for tests by its name and that only tests call, are not reported.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtkey", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const fix = `read the key from the environment, a file or a secret store, refuse to start without one, and replace the key that was in the source: whoever has read it can sign`

const bad = `token.SignedString([]byte("s3cr3t"))`

const good = `token.SignedString([]byte(os.Getenv("JWT_KEY")))`

var categories = []rule.Category{
	{Name: "jwtkey/default", Level: rule.Error, CWE: []string{"CWE-321", "CWE-798"}, RFC: "RFC 8725 3.5",
		Title: "the key falls back to one that stands in the source"},
	{Name: "jwtkey/embedded", Level: rule.Error, CWE: []string{"CWE-321", "CWE-798"}, RFC: "RFC 8725 3.5",
		Title: "the key is a file that go:embed puts into the binary"},
	{Name: "jwtkey/empty", Level: rule.Error, CWE: []string{"CWE-321", "CWE-326"}, RFC: "RFC 8725 3.5",
		Title: "the key can only be empty"},
	{Name: "jwtkey/hardcoded", Level: rule.Error, CWE: []string{"CWE-321", "CWE-798"}, RFC: "RFC 8725 3.5",
		Title: "the key stands in the source"},
	{Name: "jwtkey/weak", Level: rule.Warning, CWE: []string{"CWE-326"}, RFC: "RFC 7518 3.2",
		Title: "the key is too short or not random"},
}
