package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func writeFile(t *testing.T, text string, path ...string) string {
	t.Helper()
	name := filepath.Join(path...)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestConfig: one file says the same to both faces, and go vet does not go on
// with old results when it changes.
func TestConfig(t *testing.T) {
	dir, tool := scratch(t, nil), build(t)
	for _, step := range []struct {
		text  string
		found int
	}{
		{"", 1},
		{"rules: {jwtkey: {enabled: false}}\n", 0},
		{"level: note\n", 1},
		{"rules: {jwtkey: {levels: {hardcoded: note}}}\n", 0},
		{"level: error\nrules: {jwtkey: {levels: {hardcoded: warning}}}\n", 0},
		{"", 1},
	} {
		writeFile(t, step.text, dir, ".jwtvet.yml")
		alone := run(t, dir, tool, "-q", "./...")
		vet := run(t, dir, "go", "vet", "-vettool="+tool, "./...")
		if n := len(findings(alone.stdout, dir)); n != step.found || alone.stderr != "" {
			t.Errorf("%q by itself: %+v", step.text, alone)
		}
		if n := len(findings(vet.stderr, dir)); n != step.found || vet.status != min(step.found, 1) {
			t.Errorf("%q under go vet: %+v", step.text, vet)
		}
	}
}

// TestConfigFlags: flags win over the file.
func TestConfigFlags(t *testing.T) {
	dir, tool := scratch(t, nil), build(t)
	writeFile(t, "level: error\nrules: {jwtkey: {enabled: false}}\n", dir, ".jwtvet.yml")
	other := writeFile(t, "rules: {jwtkey: {levels: {hardcoded: note}}}\n", t.TempDir(), "other.yml")
	for _, c := range []struct {
		status int
		args   []string
	}{
		{0, nil},
		{3, []string{"-jwtkey"}},
		{3, []string{"-config=none"}},
		{0, []string{"-config=" + other}},
		{3, []string{"-config=" + other, "-level=note"}},
	} {
		if got := run(t, dir, tool, append(c.args, "-q", "./...")...); got.status != c.status || got.stderr != "" {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
	t.Setenv("JWTVET_CONFIG", other)
	if got := run(t, dir, tool, "-level=note"); got.status != 3 || !strings.Contains(got.stdout, " note: ") {
		t.Errorf("file named by the environment: %+v", got)
	}
	if got := run(t, dir, "go", "vet", "-vettool="+tool, "-level=note", "./..."); got.status != 1 {
		t.Errorf("the same under go vet: %+v", got)
	}
}

// TestBadConfig: a file that cannot be used is an error in both faces, never
// passed over.
func TestBadConfig(t *testing.T) {
	dir, tool := scratch(t, nil), build(t)
	for text, want := range map[string]string{
		"level: loud\n":          `.jwtvet.yml:1:1: unknown level "loud"`,
		"rules: {jwtkez: {}}\n":  `.jwtvet.yml:1:9: unknown rule "jwtkez": did you mean "jwtkey"?`,
		"baseline: no-such.json": "no-such.json",
	} {
		writeFile(t, text, dir, ".jwtvet.yml")
		for face, got := range map[string]outcome{
			"by itself": run(t, dir, tool, "./..."),
			"go vet":    run(t, dir, "go", "vet", "-vettool="+tool, "./..."),
		} {
			if got.status != 1 || !strings.Contains(got.stderr, want) {
				t.Errorf("%q %s: %+v", text, face, got)
			}
		}
	}
	writeFile(t, "", dir, ".jwtvet.yml")
	writeFile(t, "", dir, "good", ".jwtvet.yml")
	if got := run(t, filepath.Join(dir, "good"), "go", "vet", "-vettool="+tool, "."); got.status != 1 || !strings.Contains(got.stderr, "beside go.mod") {
		t.Errorf("a file below the module's root, under go vet: %+v", got)
	}
	if got := run(t, dir, "go", "vet", "-vettool="+tool, "-config=x.yml", "./..."); got.status == 0 {
		t.Errorf("-config under go vet: %+v", got)
	}
}

// TestConfigCommand prints what holds, as a file that can be used.
func TestConfigCommand(t *testing.T) {
	dir, tool := scratch(t, nil), build(t)
	writeFile(t, "rules: {jwtsub: {options: {roles: [boss]}}}\n", dir, ".jwtvet.yml")
	got := run(t, dir, tool, "config", "-level=note")
	for _, want := range []string{"# from .jwtvet.yml\n", "level: note\n", "roles: boss\n", "weak-evidence: note\n"} {
		if got.status != 0 || !strings.Contains(got.stdout, want) {
			t.Errorf("no %q in %+v", want, got)
		}
	}
	writeFile(t, got.stdout, dir, ".jwtvet.yml")
	if again := run(t, dir, tool, "config"); again.stdout != got.stdout {
		t.Errorf("printed:\n%s\nread back:\n%s", got.stdout, again.stdout)
	}
	if got := run(t, dir, tool, "schema"); !strings.Contains(got.stdout, `"weak-evidence"`) {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, tool, "rules", "-config=none"); !strings.Contains(got.stdout, "jwtalg/unseen            off ") {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, tool, "rules", "-config=none", "-strict"); !strings.Contains(got.stdout, "jwtalg/unseen            note ") {
		t.Errorf("%+v", got)
	}
}
