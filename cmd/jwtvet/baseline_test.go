package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// old is a package with the given number of findings, in functions of two each.
func old(n int) string {
	var b strings.Builder
	b.WriteString("package old\n\nimport \"github.com/golang-jwt/jwt/v5\"\n")
	for i := range n / 2 {
		fmt.Fprintf(&b, "\nfunc F%d() {\n\tvar t *jwt.Token\n\tt.SignedString([]byte(\"in-the-source-of-old-code-%d\"))\n\tt.SignedString([]byte(\"the-other-one-of-old-code-%d\"))\n}\n", i, i, i)
	}
	return b.String()
}

// TestBaseline: old code is adopted in one command; after that its findings
// stay away, in both faces, however its lines move, and new ones show.
func TestBaseline(t *testing.T) {
	dir, tool := scratch(t, map[string]string{"old/old.go": old(200)}), build(t)
	if got := run(t, dir, tool, "./old"); len(findings(got.stdout, dir)) != 200 {
		t.Fatalf("%d findings", len(findings(got.stdout, dir)))
	}
	if got := run(t, dir, tool, "-write-baseline=known.json", "./..."); got.status != 0 || !strings.Contains(got.stderr, "201 findings are in known.json") {
		t.Fatalf("%+v", got)
	}
	if got := run(t, dir, tool, "-baseline=known.json"); got.status != 0 || got.stdout != "" || !strings.Contains(got.stderr, "201 more in known.json") {
		t.Errorf("%+v", got)
	}
	writeFile(t, "baseline: known.json\n", dir, ".jwtvet.yml")
	nothingNew := func(when string) {
		t.Helper()
		if got := run(t, dir, tool, "-q"); got.status != 0 || got.stdout+got.stderr != "" {
			t.Errorf("%s: %+v", when, got)
		}
		if got := run(t, filepath.Join(dir, "old"), tool, "-q", "."); got.status != 0 || got.stdout+got.stderr != "" {
			t.Errorf("%s, from its folder: %+v", when, got)
		}
		if got := run(t, dir, "go", "vet", "-vettool="+tool, "./..."); got.status != 0 || got.stderr != "" {
			t.Errorf("%s, go vet: %+v", when, got)
		}
	}
	nothingNew("as it was")
	moved := strings.Replace(old(200), "\nfunc F0", "\n// More lines.\nvar _ = 1\n\nfunc F0", 1)
	writeFile(t, moved, dir, "old", "old.go")
	nothingNew("lines moved")
	// The same line once more in a function, and in one of its own.
	again := strings.Replace(moved, "func F7() {\n", "func F7() {\n\tvar s *jwt.Token\n\ts.SignedString([]byte(\"new\"))\n", 1) +
		"\nfunc New(t *jwt.Token) {\n\tt.SignedString([]byte(\"in-the-source-of-old-code-3\"))\n}\n"
	writeFile(t, again, dir, "old", "old.go")
	for face, got := range map[string]outcome{
		"by itself": run(t, dir, tool),
		"go vet":    run(t, dir, "go", "vet", "-vettool="+tool, "./..."),
	} {
		if fs := findings(got.stdout+got.stderr, dir); len(fs) != 2 || got.status == 0 {
			t.Errorf("%s: %d findings: %+v", face, len(fs), got)
		}
	}
}

// TestBadBaseline: one that cannot be used is an error, and none is written
// that would lack something.
func TestBadBaseline(t *testing.T) {
	dir, tool := scratch(t, map[string]string{"bad/bad.go": "package bad\n\n" + usesJWT + "var x int = \"text\"\n"}), build(t)
	for text, want := range map[string]string{
		"":                              "known.json is no baseline: ",
		"[]":                            "known.json is no baseline: ",
		`{"version": 2}`:                "known.json: baseline of version 2, and this jwtvet knows version 1",
		`{"version": 1, "findings": 3}`: "known.json is no baseline: ",
	} {
		writeFile(t, text, dir, "known.json")
		got := run(t, dir, tool, "-baseline=known.json", "./good")
		if got.status != 1 || got.stdout != "" || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, want) {
			t.Errorf("%q: %+v", text, got)
		}
	}
	if got := run(t, dir, tool, "-baseline=missing.json", "./good"); got.status != 1 || !strings.Contains(got.stderr, "missing.json") {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, tool, "-write-baseline=new.json", "./..."); got.status != 1 || !strings.Contains(got.stderr, "no baseline is written") {
		t.Errorf("%+v", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "new.json")); err == nil {
		t.Error("a baseline is written without the package that is not analysed")
	}
	if got := run(t, dir, tool, "-write-baseline=no/such/folder.json", "./good"); got.status != 1 || !strings.Contains(got.stderr, "no/such/folder.json") {
		t.Errorf("%+v", got)
	}
}

// TestManners: a run ends with how much there is and what to do; -q leaves
// that away, -v tells where the time went.
func TestManners(t *testing.T) {
	t.Setenv("JWTVET_CACHE", "off") // What is remembered takes no time.
	dir, tool := scratch(t, map[string]string{"plain/plain.go": "package plain\n"}), build(t)
	loud := run(t, dir, tool)
	if !strings.HasPrefix(loud.stderr, "jwtvet: 1 finding (1 error)\njwtvet: what to do: jwtvet help jwtkey;") {
		t.Errorf("%+v", loud)
	}
	if got := run(t, dir, tool, "-q"); got.stderr != "" || got.stdout != loud.stdout {
		t.Errorf("-q: %+v", got)
	}
	if got := run(t, dir, tool, "-format=json"); got.stderr != "" {
		t.Errorf("for programs: %+v", got)
	}
	if got := run(t, dir, tool, "./plain"); got.stderr != "" || got.stdout != "" {
		t.Errorf("nothing found: %+v", got)
	}
	got := run(t, dir, tool, "-v")
	for _, want := range []string{"jwtvet: list ", "jwtvet: type-check ", "jwtvet: analyse ", " s example.com/scratch/good\n", " analysed, "} {
		if !strings.Contains(got.stderr, want) {
			t.Errorf("-v: no %q in %s", want, got.stderr)
		}
	}
	if got := run(t, dir, tool, "version"); got.status != 0 || !strings.HasPrefix(got.stdout, "jwtvet version ") {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, tool, "help", "jwtkey/weak"); got.status != 0 || !strings.Contains(got.stdout, "`jwtkey/weak` (warning)") {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, tool, "help", "jwtkye"); got.status != 1 || !strings.Contains(got.stderr, `did you mean "jwtkey"?`) {
		t.Errorf("%+v", got)
	}
}
