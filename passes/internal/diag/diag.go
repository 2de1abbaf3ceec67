// Package diag turns what a rule has found into diagnostics, the same way for
// every rule.
package diag

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
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

// Reporter is where a rule puts what it finds in one package.
type Reporter struct {
	pass       *analysis.Pass
	opts       *rule.Options
	directives *ignore.Directives
	used       ignore.Used
}

// New returns a reporter for the pass of a rule, which requires ignore.Analyzer
// beside its engine.
func New(pass *analysis.Pass, opts *rule.Options) *Reporter {
	r := &Reporter{pass: pass, opts: opts, directives: ignore.Of(pass)}
	for _, result := range pass.ResultOf {
		if engine, ok := result.(interface{ Looked() bool }); ok {
			r.used.Looked = r.used.Looked || engine.Looked()
		}
	}
	return r
}

// Report reports the finding, unless a directive silences it, or it stands in
// a test file and nobody asked for those. go vet prints neither analyzer nor
// category, so the message ends with the latter. Findings in generated files
// get no fix.
func (r *Reporter) Report(f Finding) {
	if r.silenced(f) || !r.opts.Tests && InTest(r.pass, f.Pos) {
		return
	}
	d := analysis.Diagnostic{
		Pos: f.Pos, End: f.End, Category: f.Category,
		Message: f.Message + " (" + f.Category + ")",
		URL:     "#" + strings.SplitN(f.Category, "/", 2)[0],
	}
	if len(f.Fixes) > 0 && !inGenerated(r.pass, f.Pos) {
		d.SuggestedFixes = f.Fixes
	}
	for _, s := range f.Steps {
		pos := s.Pos
		if !pos.IsValid() {
			pos = f.Pos
		}
		// Several values can come the same way, as the keys that a helper returns.
		step := analysis.RelatedInformation{Pos: pos, Message: s.Phrase}
		if !slices.Contains(d.Related, step) {
			d.Related = append(d.Related, step)
		}
	}
	r.pass.Report(d)
}

// Hide takes a finding that would only be reported with other options. A
// directive that silences it then is of use now.
func (r *Reporter) Hide(f Finding) { r.silenced(f) }

// Directed reports whether a directive is about a position, so that it is
// worth the effort to look for something to hide.
func (r *Reporter) Directed(pos token.Pos) bool { return r.directives.Covered(pos) }

// Used returns the directives that met a finding: the result of the rule's
// analyzer.
func (r *Reporter) Used() *ignore.Used { return &r.used }

// silenced reports whether a directive silences the finding. The directive is
// used even if the finding would have been left out for another reason: the
// same source is analysed with other options elsewhere.
func (r *Reporter) silenced(f Finding) bool {
	names := r.directives.Silencing(f.Pos, f.Category)
	r.used.Add(names)
	return len(names) > 0
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
