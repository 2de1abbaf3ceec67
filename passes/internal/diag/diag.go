// Package diag turns what a rule has found into diagnostics, the same way for
// every rule.
package diag

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Finding is what a rule reports.
type Finding struct {
	Pos, End token.Pos
	Category string                  // "jwtalg/unpinned"
	Message  string                  // fact (consequence); remedy, in one line
	Steps    []flow.Step             // from the source to Pos
	Fixes    []analysis.SuggestedFix // the first is the one that -fix applies
}

// Report reports the finding, unless it stands in a test file and nobody
// asked for those. go vet prints neither analyzer nor category, so the
// message ends with the latter. Findings in generated files get no fix.
func Report(pass *analysis.Pass, opts *rule.Options, f Finding) {
	if !opts.Tests && InTest(pass, f.Pos) {
		return
	}
	d := analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Category,
		Message: f.Message + " (" + f.Category + ")",
		URL:     "#" + strings.SplitN(f.Category, "/", 2)[0],
	}
	if len(f.Fixes) > 0 && !inGenerated(pass, f.Pos) {
		d.SuggestedFixes = f.Fixes
	}
	for _, s := range f.Steps {
		pos := s.Pos
		if !pos.IsValid() {
			pos = f.Pos
		}
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: pos, Message: s.Phrase})
	}
	pass.Report(d)
}

// InTest reports whether a position lies in a test file.
func InTest(pass *analysis.Pass, pos token.Pos) bool {
	return strings.HasSuffix(pass.Fset.Position(pos).Filename, "_test.go")
}

// inGenerated reports whether a position lies in a file that a program writes.
func inGenerated(pass *analysis.Pass, pos token.Pos) bool {
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos <= file.FileEnd {
			return ast.IsGenerated(file)
		}
	}
	return false
}
