package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers"
)

// binary builds the command once.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "jwtvet")
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "jwtvet")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", name, ".").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return name, nil
})

func build(t *testing.T) string {
	t.Helper()
	name, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// outcome is what a command did.
type outcome struct {
	status         int
	stdout, stderr string
}

// run runs a command in dir.
func run(t *testing.T, dir, name string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// fixtures is the module of the fixtures, downloaded.
func fixtures(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "-C", dir, "mod", "download").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// findingLine matches a finding in the text of either face, whose levels and
// folders differ.
var findingLine = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+): (?:(?:note|warning|error): )?(.*\([a-z]+/[a-z-]+\))$`)

// findings lists the findings in an output, sorted.
func findings(text, dir string) []string {
	var out []string
	for _, m := range findingLine.FindAllStringSubmatch(text, -1) {
		out = append(out, strings.TrimPrefix(filepath.ToSlash(m[1]), filepath.ToSlash(dir)+"/")+" "+m[2])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestFacesAgree: the command by itself, the tool of go vet and the driver
// behind analysistest find the same in all fixtures.
func TestFacesAgree(t *testing.T) {
	dir, tool := fixtures(t), build(t)
	args := append(everything(), "-level=note", "./...")
	alone := run(t, dir, tool, args...)
	if alone.status != 3 {
		t.Fatalf("by itself: status %d\n%s", alone.status, alone.stderr)
	}
	want := findings(alone.stdout, dir)
	if len(want) < 100 {
		t.Errorf("only %d findings by itself", len(want))
	}
	for _, f := range want {
		if _, message, _ := strings.Cut(f, " "); utf8.RuneCountInString(message) > 140 {
			t.Errorf("longer than 140 characters: %s", f)
		}
	}
	vet := run(t, dir, "go", append([]string{"vet", "-vettool=" + tool}, args...)...)
	for face, got := range map[string][]string{
		"go vet":       findings(vet.stderr, dir),
		"analysistest": checked(t, dir),
	} {
		for _, f := range want {
			if !slices.Contains(got, f) {
				t.Errorf("not under %s: %s", face, f)
			}
		}
		for _, f := range got {
			if !slices.Contains(want, f) {
				t.Errorf("only under %s: %s", face, f)
			}
		}
	}
}

// everything is the flag that has all rules run, those too that are off by default.
func everything() []string {
	var names []string
	for _, r := range analyzers.All() {
		names = append(names, r.Name)
	}
	return []string{"-rules=" + strings.Join(names, ",")}
}

// checked runs the rules with the driver of x/tools, which analysistest uses.
func checked(t *testing.T, dir string) []string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
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
	var out []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Error(act.Err)
		}
		for _, d := range act.Diagnostics {
			out = append(out, act.Package.Fset.Position(d.Pos).String()+": "+d.Message)
		}
	}
	return findings(strings.Join(out, "\n"), dir)
}

// TestSameBytes: ten runs print the same, in each format.
func TestSameBytes(t *testing.T) {
	t.Setenv("JWTVET_CACHE", "off")
	dir, tool := fixtures(t), build(t)
	for _, format := range []string{"text", "json", "sarif"} {
		args := []string{"-format=" + format, "./jwtkey/...", "./jwtalg/..."}
		first := run(t, dir, tool, args...)
		for range 9 {
			if again := run(t, dir, tool, args...); again != first {
				t.Fatalf("%s: two runs differ", format)
			}
		}
	}
}

// TestVetCaches: go vet prints findings of an unchanged package again.
func TestVetCaches(t *testing.T) {
	dir, tool := fixtures(t), build(t)
	first := run(t, dir, "go", "vet", "-vettool="+tool, "./example")
	second := run(t, dir, "go", "vet", "-vettool="+tool, "./example")
	if first.status != 1 || len(findings(first.stderr, dir)) == 0 || first.stderr != second.stderr {
		t.Errorf("first: %+v\nsecond: %+v", first, second)
	}
}
