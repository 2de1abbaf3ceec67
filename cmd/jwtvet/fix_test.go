package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// lab copies the program that the fixes are tried on, with its module, to a
// folder of its own.
func lab(t *testing.T) string {
	t.Helper()
	from, to := fixtures(t), t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "exploits/forge", "fixes/lab"} {
		src, dst := filepath.Join(from, filepath.FromSlash(name)), filepath.Join(to, filepath.FromSlash(name))
		if strings.HasPrefix(name, "go.") {
			data, err := os.ReadFile(src)
			if err == nil {
				err = os.WriteFile(dst, data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		} else if err := os.CopyFS(dst, os.DirFS(src)); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// labFile is the file that the fixes change.
func labFile(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "fixes", "lab", "lab.go"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// attack runs the attacks of the lab. Each line of their output is a category,
// a way in, and what became of the forged token.
func attack(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := run(t, dir, "go", "run", "./fixes/lab/attack")
	if got.status != 0 {
		t.Fatal(got.stderr)
	}
	out := make(map[string]string)
	for line := range strings.Lines(got.stdout) {
		words := strings.Fields(line)
		out[words[0]+" "+words[1]] = words[2]
	}
	return out
}

// TestFixesStopTheAttacks: every forged token gets in before the fixes and none
// after, the honest one gets in all the same, nothing is left to report, and a
// second run changes nothing.
func TestFixesStopTheAttacks(t *testing.T) {
	dir, tool := lab(t), build(t)
	before := attack(t, dir)
	if len(before) < 13 {
		t.Fatalf("only %d attacks", len(before))
	}
	for name, outcome := range before {
		if outcome != "accepted" {
			t.Errorf("before the fixes: %s is %s", name, outcome)
		}
	}
	if got := run(t, dir, tool, "-fix", "./fixes/lab"); got != (outcome{}) {
		t.Fatalf("-fix: %+v", got)
	}
	for name, outcome := range attack(t, dir) {
		if want := map[bool]string{true: "accepted", false: "refused"}[strings.HasPrefix(name, "honest")]; outcome != want {
			t.Errorf("after the fixes: %s is %s", name, outcome)
		}
	}
	fixed := labFile(t, dir)
	if got := run(t, dir, tool, "-fix", "./fixes/lab"); got != (outcome{}) || labFile(t, dir) != fixed {
		t.Errorf("-fix once more: %+v", got)
	}
}

// TestVetFixes: go vet changes the files as the command by itself does.
func TestVetFixes(t *testing.T) {
	dir, other, tool := lab(t), lab(t), build(t)
	source := labFile(t, dir)
	run(t, other, tool, "-fix", "./fixes/lab")
	want := labFile(t, other)

	shown := run(t, dir, "go", "vet", "-vettool="+tool, "-fix", "-diff", "./fixes/...")
	if shown.status != 1 || strings.Count(shown.stdout, "jwt.WithValidMethods([]string{\"HS256\"})") != 3 || labFile(t, dir) != source {
		t.Errorf("go vet -fix -diff: %+v", shown)
	}
	for range 2 { // The second time it has nothing to do.
		if got := run(t, dir, "go", "vet", "-vettool="+tool, "-fix", "./fixes/..."); got.status != 0 || got.stdout != "" {
			t.Fatalf("go vet -fix: %+v", got)
		}
		if got := labFile(t, dir); got != want {
			t.Fatalf("go vet -fix makes\n%s\nby itself\n%s", got, want)
		}
	}
}

// TestVetFixesCached: fixes that are in go vet's cache are applied again.
func TestVetFixesCached(t *testing.T) {
	dir, tool := lab(t), build(t)
	source := labFile(t, dir)
	var results [2]string
	for i := range results {
		if got := run(t, dir, "go", "vet", "-vettool="+tool, "-fix", "./fixes/lab"); got.status != 0 {
			t.Fatalf("%+v", got)
		}
		results[i] = labFile(t, dir)
		if err := os.WriteFile(filepath.Join(dir, "fixes", "lab", "lab.go"), []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if results[0] == source || results[0] != results[1] {
		t.Error("the second run does not do what the first did")
	}
}

// TestVetJSONOffersFixes reads the edits as editors do.
func TestVetJSONOffersFixes(t *testing.T) {
	dir, tool := lab(t), build(t)
	got := run(t, dir, "go", "vet", "-vettool="+tool, "-json", "./fixes/lab")
	start := strings.IndexByte(got.stdout, '{')
	if start < 0 {
		t.Fatalf("%+v", got)
	}
	type edit struct {
		Filename   string
		Start, End int
		New        string
	}
	var tree map[string]map[string][]struct {
		Category string
		Fixes    []struct {
			Message string
			Edits   []edit
		} `json:"suggested_fixes"`
	}
	if err := json.NewDecoder(strings.NewReader(got.stdout[start:])).Decode(&tree); err != nil {
		t.Fatal(err)
	}
	source, offered := labFile(t, dir), 0
	for _, d := range tree["example.com/fixtures/fixes/lab"]["jwtvet"] {
		if len(d.Fixes) != 1 || len(d.Fixes[0].Edits) != 1 || d.Fixes[0].Message == "" {
			t.Errorf("%s: %+v", d.Category, d.Fixes)
			continue
		}
		e := d.Fixes[0].Edits[0]
		if filepath.Base(e.Filename) != "lab.go" || e.New == "" || e.Start > e.End || e.End > len(source) {
			t.Errorf("%s: %+v", d.Category, e)
		}
		if d.Category == "jwtalg/empty-list" && source[e.Start:e.End] != "nil" {
			t.Errorf("the edit of %s is of %q", d.Category, source[e.Start:e.End])
		}
		offered++
	}
	if offered != 10 {
		t.Errorf("%d fixes, want 10", offered)
	}
}

// TestDiff: -diff shows what -fix would do, as a patch that applies, and
// changes nothing.
func TestDiff(t *testing.T) {
	dir, other, tool := lab(t), lab(t), build(t)
	source := labFile(t, dir)
	shown := run(t, dir, tool, "-fix", "-diff", "./fixes/lab")
	if shown.status != 3 || labFile(t, dir) != source {
		t.Fatalf("-diff: %+v", shown)
	}
	cmd := exec.Command("git", "apply", "-")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(shown.stdout)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git apply: %v\n%s", err, out)
	}
	run(t, other, tool, "-fix", "./fixes/lab")
	if got, want := labFile(t, dir), labFile(t, other); got != want {
		t.Errorf("the patch makes\n%s\n-fix makes\n%s", got, want)
	}
	alone := run(t, dir, tool, "-diff", "./fixes/lab")
	if alone.status != 1 || alone.stderr != "jwtvet: -diff requires -fix\n" {
		t.Errorf("-diff alone: %+v", alone)
	}
}

// TestFixReportsTheRest: what has no fix is printed, and the status says so.
func TestFixReportsTheRest(t *testing.T) {
	tool := build(t)
	dir := scratch(t, nil) // Its one finding is a key in the source.
	got := run(t, dir, tool, "-fix", "./...")
	if got.status != 3 || strings.Count(got.stdout, "jwtkey/hardcoded") != 1 {
		t.Errorf("%+v", got)
	}
}
