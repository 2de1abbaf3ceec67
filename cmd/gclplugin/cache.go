package gclplugin

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
)

// golangci-lint keeps issues by the names of the linters' analyzers, and facts
// by the name of the analyzer that owns them, besides the content of the
// packages, its own version and its own configuration. What else decides about the
// findings has to be in the names, or stale findings are shown:
// .jwtvet.yml, a baseline, and the version of the plug-in.

// tag is short for all that decides about findings and that golangci-lint does
// not know: a part of an identifier.
func tag(decisive ...string) string {
	h := sha256.New()
	for _, part := range append(decisive, builtFrom()) {
		io.WriteString(h, part+"\x00") //nolint:errcheck // A hash takes everything.
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// builtFrom tells the releases of this module in golangci-lint's binary apart.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == modulePath {
			return m.Version + " " + m.Sum
		}
	}
	return ""
}

const modulePath = "github.com/jwtvet/jwtvet"

// tagFacts puts the tag into the names of the owners of facts among the
// analyzers and all that they require.
func tagFacts(all []*analysis.Analyzer, tag string) {
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		if len(a.FactTypes) > 0 {
			a.Name += "_" + tag
		}
		for _, req := range a.Requires {
			visit(req)
		}
	}
	for _, a := range all {
		visit(a)
	}
}

// marker does nothing. Its name puts the tag into the key of the issues, which
// the linter's own analyzer cannot do without it being shown to the user.
func marker(tag string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: name + "_" + tag,
		Doc:  "stand for the configuration that " + name + " runs with",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}
}
