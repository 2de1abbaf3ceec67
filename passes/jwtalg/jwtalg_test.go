package jwtalg_test

import (
	"go/token"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
)

func Test(t *testing.T) {
	for _, result := range checktest.Run(t, jwtalg.New(flow.Analyzer).Analyzer, "./jwtalg/...") {
		for _, d := range result.Diagnostics {
			tellsOnce(t, result.Action.Package.Fset, d)
		}
	}
}

// tellsOnce: no line of a finding is there twice, as where a helper with several
// keys returns them all by one statement of the keyfunc.
func tellsOnce(t *testing.T, fset *token.FileSet, d analysis.Diagnostic) {
	for i, step := range d.Related {
		if slices.Contains(d.Related[:i], step) {
			t.Errorf("%s: %s: %q again", fset.Position(d.Pos), d.Category, step.Message)
		}
	}
}

// TestApart: echo's own middleware left echo, and jwx v4 needs an experiment of Go.
func TestApart(t *testing.T) {
	for _, module := range []string{"echo4", "jwx4"} {
		t.Run(module, func(t *testing.T) { checktest.RunApart(t, jwtalg.New(flow.Analyzer).Analyzer, module) })
	}
}

func TestStrict(t *testing.T) {
	a := jwtalg.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtalg/...")
}
