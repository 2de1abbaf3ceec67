//go:build race

package diag_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
)

// TestTogether runs the rules with the driver of x/tools, where all that share
// an engine ask it at the same time.
func TestTogether(t *testing.T) {
	var rules []*analysis.Analyzer
	for _, r := range analyzers.All() {
		rules = append(rules, r.Analyzer)
	}
	graph := checktest.Analyze(t, rules,
		"./jwtrefresh/...", "./jwtaudit/...", "./jwtscope/stdmux/...", "./jwtsub/stdmux/...", "./jwtpanic/...", "./jwtcookie/...")
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
