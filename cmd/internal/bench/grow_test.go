package bench

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// TestPlant: a tree has the packages that it is to have, compiles, and has
// something to find on both sides of packages' borders.
func TestPlant(t *testing.T) {
	const n = 110
	dir := t.TempDir()
	lines, err := plant(dir, filepath.Join("..", "..", "..", "testdata"), n)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list", "./..."}, {"build", "-o", t.TempDir(), "./..."}} {
		out, err := exec.Command("go", append([]string{"-C", dir}, args...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if count := strings.Count(string(out), grownModule); args[0] == "list" && count != n {
			t.Errorf("%d packages, want %d", count, n)
		}
	}
	if lines < 50*n {
		t.Errorf("%d lines are too few", lines)
	}
	var all []*analysis.Analyzer
	for _, r := range analyzers.All() {
		all = append(all, r.Analyzer)
	}
	out, err := driver.Analyze(driver.Options{Dir: dir, Patterns: []string{"./..."}}, all)
	if err != nil || len(out.Broken) > 0 {
		t.Fatalf("%v, %v", err, out)
	}
	found := make(map[string]bool)
	for _, d := range out.Diagnostics {
		found[d.Category] = true
	}
	for _, want := range []string{"jwtkey/default", "jwtsub/unchecked-read", "jwtaud/missing"} {
		if !found[want] {
			t.Errorf("nothing is %s; found are %v", want, found)
		}
	}
}

// TestGrown: larger trees hold the smaller ones, so that size is all that differs.
func TestGrown(t *testing.T) {
	describe := func(n int) (out []string) {
		for _, s := range grown(n) {
			line := s.Path
			for _, p := range s.Imports {
				line += " " + p.Path
			}
			out = append(out, line)
		}
		return out
	}
	small, large := describe(leastGrown), describe(400)
	if !slices.Equal(small[:leastGrown-1], large[:leastGrown-1]) || len(small) != leastGrown || len(large) != 400 {
		t.Errorf("%d and %d packages, of which the first are %q and %q", len(small), len(large), small[:3], large[:3])
	}
	if again := describe(400); !slices.Equal(large, again) {
		t.Error("the same size is not the same tree")
	}
}

// TestGrow: both commands run over the trees of all sizes.
func TestGrow(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := Main([]string{"-grow=50,75", "-rounds=1", "-json"}, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	var g Growth
	if err := json.Unmarshal(stdout.Bytes(), &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Trees) != 2 || g.Trees[0].Packages != 50 || g.Trees[1].Packages != 75 || g.Trees[1].Lines <= g.Trees[0].Lines {
		t.Fatalf("%s", &stdout)
	}
	for _, tree := range g.Trees {
		for i, c := range tree.Commands {
			if c.Name != growFaces[i] || len(c.Samples) != 1 || c.Samples[0].CPU <= 0 || c.Samples[0].Peak <= 0 {
				t.Errorf("%d packages: %+v", tree.Packages, c)
			}
		}
	}
}

// TestGrowth: a package is compared with one of a thousand.
func TestGrowth(t *testing.T) {
	tree := func(n int, cpu, peak float64) *Grown {
		return &Grown{Packages: n, Lines: 10, Commands: []*Command{
			{Name: "jwtvet", Samples: []Sample{{cpu, 1, peak}}}, {Name: "list", Samples: []Sample{{cpu, 1, peak}}}}}
	}
	g := &Growth{Trees: []*Grown{tree(100, 1, 50), tree(1000, 2, 100), tree(10000, 30, 900)}}
	var out bytes.Buffer
	if err := g.text(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{
		"100 10 jwtvet 1.00 (1.00..1.00) 10.00 5.00 50.0 (50.0..50.0) 500 5.00",
		"10000 10 jwtvet 30.0 (30.0..30.0) 3.00 1.50 BROKEN 900 (900..900) 90 0.90",
		"10000 10 list 30.0 (30.0..30.0) 3.00 1.50 900",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}
