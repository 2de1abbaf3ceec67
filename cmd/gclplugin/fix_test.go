package gclplugin

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// TestFix: golangci-lint --fix leaves the same files as jwtvet -fix does, in
// all fixtures of the fixes, and they are not those that were there.
func TestFix(t *testing.T) {
	before := goFiles(t, fixable(t))
	ours := fixable(t)
	cmd := exec.Command(jwtvet(t), "-C", ours, "-fix", "-level=note", "-config=none", "./fixes/...")
	out, err := cmd.CombinedOutput()
	if _, exited := errors.AsType[*exec.ExitError](err); !exited || cmd.ProcessState.ExitCode() != 3 {
		t.Fatalf("jwtvet -fix: %v\n%s", err, out)
	}
	theirs := fixable(t)
	run := lint(t, theirs, shared, "--fix", "./fixes/...")
	if len(run.issues) == 0 || run.stderr != "" {
		t.Errorf("golangci-lint --fix leaves %d issues\n%s", len(run.issues), run.stderr)
	}
	want, got := goFiles(t, ours), goFiles(t, theirs)
	changed := 0
	for name, text := range want {
		if text != before[name] {
			changed++
		}
		if got[name] != text {
			t.Errorf("%s\ngolangci-lint --fix:\n%s\njwtvet -fix:\n%s", name, got[name], text)
		}
	}
	if changed < 3 {
		t.Errorf("only %d files are changed", changed)
	}
}

// fixable is a copy of the fixtures.
func fixable(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(realtool.Root(t), "testdata"))); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{".golangci.yml": everything})
	return dir
}

// goFiles returns what the Go files below dir hold, by their names.
func goFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
