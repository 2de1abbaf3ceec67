package checktest

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Fixed runs the analyzer on fixtures whose findings all have a fix. What the
// fixes make of each file stands beside it, in a file whose name ends in
// .golden: it is formatted, it type-checks, and the analyzer has nothing more
// to say about it. A finding may do without a fix only if one of another
// finding makes it go away.
func Fixed(t *testing.T, a *analysis.Analyzer, patterns ...string) {
	t.Helper()
	results := analysistest.RunWithSuggestedFixes(t, Dir(t), a, patterns...)
	overlay := make(map[string][]byte)
	for _, result := range results {
		for _, file := range result.Action.Package.CompiledGoFiles {
			if golden, err := os.ReadFile(file + ".golden"); err == nil {
				overlay[file] = golden
				if pretty, err := format.Source(golden); err != nil || !bytes.Equal(pretty, golden) {
					t.Errorf("%s.golden is not formatted: %v", file, err)
				}
			}
		}
	}
	if len(overlay) == 0 {
		t.Fatalf("%v: no golden files", patterns)
	}
	again(t, a, overlay, patterns)
}

// again runs the analyzer on the fixed files.
func again(t *testing.T, a *analysis.Analyzer, overlay map[string][]byte, patterns []string) {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: Dir(t), Overlay: overlay}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		for _, problem := range pkg.Errors {
			t.Errorf("after the fixes: %v", problem)
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			t.Errorf("after the fixes: %s: %s", act.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

// Refused runs the analyzer on fixtures whose findings have no fix; the comment
// above each says why.
func Refused(t *testing.T, a *analysis.Analyzer, patterns ...string) {
	t.Helper()
	found := 0
	for _, result := range Run(t, a, patterns...) {
		for _, d := range result.Action.Diagnostics {
			found++
			if len(d.SuggestedFixes) > 0 {
				pos := result.Action.Package.Fset.Position(d.Pos)
				t.Errorf("%s:%d: a fix is offered: %s", strings.TrimPrefix(pos.Filename, Dir(t)+string(filepath.Separator)), pos.Line, d.SuggestedFixes[0].Message)
			}
		}
	}
	if found == 0 {
		t.Errorf("%v: no findings", patterns)
	}
}
