package jwtdep_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtdep"
)

func Test(t *testing.T) {
	results := checktest.Run(t, jwtdep.New(flow.Analyzer).Analyzer, "./jwtdep/...")
	for _, r := range results {
		for _, d := range r.Diagnostics {
			if d.Category == "jwtdep/vulnerable" && len(d.Related) == 0 {
				t.Errorf("%s: no fault is named", d.Message)
			}
		}
	}
}

// TestOldVersions: a module of its own requires versions with known faults.
func TestOldVersions(t *testing.T) {
	dir := filepath.Join(checktest.Dir(t), "jwtdep", "old")
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	results := analysistest.Run(t, dir, jwtdep.New(flow.Analyzer).Analyzer, "./...")
	for _, r := range results {
		for _, d := range r.Diagnostics {
			if !strings.Contains(d.Message, "golang-jwt v4") {
				continue
			}
			var told []string
			for _, rel := range d.Related {
				told = append(told, rel.Message)
			}
			want := []string{
				"GO-2024-3250, CVE-2024-51744, GHSA-29wx-vh33-7x7r: forged tokens pass as expired ones; fixed in v4.5.1",
				"GO-2025-3553, CVE-2025-30204, GHSA-mh63-6h87-95cp: parsing exhausts the memory; fixed in v4.5.2",
			}
			if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
				t.Errorf("told:\n%s", got)
			}
		}
	}
}

// TestInTests: with -tests also what only tests import is reported.
func TestInTests(t *testing.T) {
	a := jwtdep.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("tests", "true"); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, r := range analysistest.Run(ignoring{t}, checktest.Dir(t), a, "./jwtdep/tests") {
		found += len(r.Diagnostics)
	}
	if found == 0 {
		t.Error("nothing is found in tests")
	}
}

// ignoring drops complaints about findings that no comment wants.
type ignoring struct{ *testing.T }

func (ignoring) Errorf(string, ...any) {}
