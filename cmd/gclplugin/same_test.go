package gclplugin

import (
	"errors"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

var vetLine = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+): (.*\([a-z]+/[a-z-]+\))$`)

// jwtvet builds the command.
func jwtvet(t *testing.T) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "jwtvet")
	build := exec.Command("go", "build", "-o", tool, "./cmd/jwtvet")
	build.Dir = realtool.Root(t)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return tool
}

// vet runs go vet with jwtvet and lists its findings, sorted.
func vet(t *testing.T, dir string, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + jwtvet(t)}, args...)...)
	cmd.Dir = dir
	text, err := cmd.CombinedOutput()
	if _, exited := errors.AsType[*exec.ExitError](err); !exited {
		t.Fatalf("go vet: %v", err)
	}
	var out []string
	for _, m := range vetLine.FindAllStringSubmatch(string(text), -1) {
		out = append(out, strings.TrimPrefix(filepath.ToSlash(m[1]), filepath.ToSlash(dir)+"/")+": "+m[2])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// everything is a configuration that shows all there is.
const everything = header + `        settings: {level: note, config: none}
  exclusions: {generated: disable}
run: {relative-path-mode: wd}
` + showAll

// TestSameAsVet: golangci-lint reports what go vet does, at the same places and
// in the same words, in all fixtures; so also what facts of other packages lead to.
func TestSameAsVet(t *testing.T) {
	dir := filepath.Join(realtool.Root(t), "testdata")
	conf := filepath.Join(t.TempDir(), "golangci.yml")
	put(t, filepath.Dir(conf), map[string]string{"golangci.yml": everything})
	run := lint(t, dir, shared, "-c", conf, "./...")
	got := run.texts()
	want := vet(t, dir, "-level=note", "./...")
	if len(want) < 100 {
		t.Fatalf("go vet has only %d findings\n%s", len(want), run.stderr)
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("not under golangci-lint: %s", f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("only under golangci-lint: %s", f)
		}
	}
	if len(got) != len(slices.Compact(slices.Clone(got))) {
		t.Error("some findings are shown twice")
	}
}

// TestFacts: a finding that rests on what is known of an imported package is
// there whether that package is analysed in the same run, or
// what is known of it comes out of golangci-lint's cache.
func TestFacts(t *testing.T) {
	dir, cache := write(t, map[string]string{".golangci.yml": header + showAll}), t.TempDir()
	if run := lint(t, dir, cache, "./..."); !reports(run, inShop, hardcoded) || len(run.issues) != 4 {
		t.Errorf("all packages: %+v", run)
	}
	for range 2 { // From source, then out of the cache, as the package has changed.
		put(t, dir, map[string]string{"shop/shop.go": program["shop/shop.go"] + "\nvar _ = 0\n"})
		if run := lint(t, dir, cache, "./shop"); !reports(run, inShop, hardcoded) || len(run.issues) != 1 {
			t.Errorf("one package: %+v", run)
		}
		program := strings.Replace(program["shop/shop.go"], "package shop", "// Package shop sells.\npackage shop", 1)
		put(t, dir, map[string]string{"shop/shop.go": program})
		if run := lint(t, dir, cache, "./shop"); !reports(run, "shop/shop.go:7:55: ", hardcoded) || len(run.issues) != 1 {
			t.Errorf("one package, changed: %+v", run)
		}
	}
}
