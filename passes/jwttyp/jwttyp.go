// Package jwttyp reports places that take one kind of token for another.
package jwttyp

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const doc = `report verifications that take refresh tokens for access tokens

A program that issues tokens for several purposes, to give access, to refresh, to reset
a password, with one key and one claims type has to look at what tells them apart, or
each of them opens every door (RFC 8725 3.11 and 3.12): a refresh token, made to
live for weeks, is an access token then. A claim that only one kind has, an audience of its own, a key
of its own or a list of sessions is enough. What a token is for is read off
the names of the functions and variables that issue it; the rule is silent where they say nothing.`

// Analyzer is the rule for drivers that take analyzers one by one.
var Analyzer = rule.Single(New(flow.Analyzer))

// New returns the rule with options of its own, on an engine that it shares
// with the rules that run beside it.
func New(engine *analysis.Analyzer) *rule.Rule {
	return diag.Rule(&rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwttyp", Doc: doc},
		Categories: categories, Default: true, Bad: bad, Good: good, Fix: fix,
	}, engine, run)
}

const fix = `put what a token is for into a claim and compare it, or give each kind a key or an audience of its own`

const bad = `func refreshToken(user string) string { return sign(Claims{Subject: user}, month, key) }
func accessToken(user string) string { return sign(Claims{Subject: user}, hour, key) }

_, err := jwt.ParseWithClaims(raw, &claims, keyfunc) // takes either`

const good = `_, err := jwt.ParseWithClaims(raw, &claims, keyfunc)
if err != nil || claims.Use != "access" {
	return errors.New("not an access token")
}`

var categories = []rule.Category{
	{Name: "jwttyp/confusable", Level: rule.Warning, CWE: []string{"CWE-287"}, RFC: "RFC 8725 3.11, 3.12",
		Title: "one kind of token passes for another"},
}

// run reports the places that accept several kinds of tokens for one.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	rep := diag.New(pass, opts)
	for _, c := range flow.ResultOf(pass).Confused {
		f := diag.Finding{Pos: c.Pos, End: c.End, Category: "jwttyp/confusable", Steps: c.Steps,
			Message: other(c.Kinds) + " tokens pass as access tokens (same key and claims, and nothing tells them apart); check a typ claim"}
		for _, pos := range c.Issued {
			f.Steps = append(f.Steps, flow.Step{Pos: pos, Phrase: "issued here"})
		}
		rep.Report(f)
	}
	return rep.Used(), nil
}

// other names the kind that is not meant: the first of several.
func other(kinds []string) string {
	for _, k := range kinds {
		if k != flow.AccessKind {
			return k
		}
	}
	return "other"
}
