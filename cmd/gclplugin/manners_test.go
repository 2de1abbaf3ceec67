package gclplugin

import (
	"strings"
	"testing"
)

// TestNolint: golangci-lint's own directive silences the linter by its name,
// and nolintlint knows when it is of no use.
func TestNolint(t *testing.T) {
	shop := strings.Replace(program["shop/shop.go"], "\n\treturn auth", "\n\t//nolint:jwtvet // A demonstration.\n\treturn auth", 1)
	auth := strings.Replace(program["auth/auth.go"], "import", "//nolint:jwtvet // Of no use.\nimport", 1)
	conf := strings.Replace(header, "[jwtvet]", "[jwtvet, nolintlint]", 1) + "    nolintlint: {allow-unused: false}\n" + showAll
	run := lint(t, write(t, map[string]string{"shop/shop.go": shop, "auth/auth.go": auth, ".golangci.yml": conf}), shared, "./...")
	if reports(run, "shop/", "") {
		t.Errorf("not silenced: %v", run.texts())
	}
	if !reports(run, "auth/auth.go:12:", "(jwtaud/missing)") {
		t.Errorf("silenced as well: %v\n%s", run.texts(), run.stderr)
	}
	if !reports(run, "auth/auth.go:3:", "is unused for linter \"jwtvet\"") {
		t.Errorf("the directive of no use is not reported: %v", run.texts())
	}
}

// TestExampleRuns: golangci-lint takes the example as it is, and with the
// settings of its comments, and both show the same; each finding at its level.
func TestExampleRuns(t *testing.T) {
	text, _ := example(t)
	plain := lint(t, write(t, map[string]string{".golangci.yml": text}), shared, "--enable-only=jwtvet", "./...")
	full := lint(t, write(t, map[string]string{".golangci.yml": uncommented(t)}), shared, "--enable-only=jwtvet", "./...")
	if len(plain.issues) != 4 || strings.Join(plain.texts(), "\n") != strings.Join(full.texts(), "\n") {
		t.Errorf("as it is:\n%v\n%s\nwith all settings:\n%v\n%s", plain.texts(), plain.stderr, full.texts(), full.stderr)
	}
	for _, i := range plain.issues {
		want := "warning"
		if strings.Contains(i.Text, hardcoded) {
			want = "error"
		}
		if i.Severity != want {
			t.Errorf("severity %q, want %q: %s", i.Severity, want, i.Text)
		}
	}
}

// TestText is what a user sees: one line for a finding, with its steps in it.
func TestText(t *testing.T) {
	run := lint(t, write(t, map[string]string{".golangci.yml": header + showAll}), shared, "./shop")
	if len(run.issues) != 1 {
		t.Fatalf("%+v", run)
	}
	i := run.issues[0]
	for _, part := range []string{hardcoded + "; #1 shop.go:6: ", "; #2 ", "shop.go:6: "} {
		if !strings.Contains(i.Text, part) {
			t.Errorf("no %q in %s", part, i.Text)
		}
	}
	if i.FromLinter != name || strings.HasPrefix(i.Text, "jwt") || strings.Contains(i.Text, "\n") {
		t.Errorf("from %s: %q", i.FromLinter, i.Text)
	}
}

// TestBroken: golangci-lint shows nothing but the compiler's errors as long as
// there is one, whatever the linters find in other packages.
func TestBroken(t *testing.T) {
	dir := write(t, map[string]string{".golangci.yml": header + showAll, "bad/bad.go": "package bad\n\nvar x int = \"text\"\n"})
	run := lint(t, dir, shared, "./...")
	if run.status != 1 || len(run.issues) != 1 || run.issues[0].FromLinter != "typecheck" || run.issues[0].Pos.Filename != "bad/bad.go" {
		t.Errorf("%+v", run)
	}
}
