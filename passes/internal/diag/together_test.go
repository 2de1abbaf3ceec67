//go:build race

package diag_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
)

// TestTogether runs the rules with the driver of x/tools, where all that share
// an engine ask it at the same time.
func TestTogether(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: checktest.Dir(t)},
		"./jwtrefresh/...", "./jwtaudit/...", "./jwtscope/stdmux/...", "./jwtsub/stdmux/...", "./jwtpanic/...", "./jwtcookie/...")
	if err != nil {
		t.Fatal(err)
	}
	var rules []*analysis.Analyzer
	for _, r := range analyzers.All() {
		rules = append(rules, r.Analyzer)
	}
	graph, err := checker.Analyze(rules, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Error(act.Err)
		}
		found += len(act.Diagnostics)
	}
	if found < 200 {
		t.Errorf("only %d findings", found)
	}
}
