package gclplugin

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// with is a configuration with settings of jwtvet, in YAML's short form.
func with(settings string) map[string]string {
	return map[string]string{".golangci.yml": header + "        settings: " + settings + "\n" + showAll}
}

// TestSettings: what is set in golangci-lint's configuration holds, over what
// a .jwtvet.yml says.
func TestSettings(t *testing.T) {
	for settings, want := range map[string][]string{
		"{rules: {jwtkey: {enabled: false}}, config: none}":                                  {"jwtalg/unpinned", "jwtaud/missing", "jwtiss/missing"},
		"{config: strict.yml, level: warning, rules: {jwtkey: {levels: {hardcoded: note}}}}": {"jwtalg/unpinned", "jwtiss/missing"},
	} {
		dir := write(t, with(settings))
		put(t, dir, map[string]string{"strict.yml": "level: error\nrules: {jwtaud: {enabled: false}}\n"})
		run := lint(t, dir, shared, "./...")
		var got []string
		for _, text := range run.texts() {
			got = append(got, strings.TrimSuffix(text[strings.LastIndex(text, "(")+1:], ")"))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: %v, want %v\n%s", settings, got, want, run.stderr)
		}
	}
}

// TestBadSettings: a mistake ends the run with a line that says where it is
// and what was meant, whether in golangci-lint's configuration or in ours.
func TestBadSettings(t *testing.T) {
	for settings, want := range map[string]string{
		"{levl: note}":                            settingsName + `.levl: unknown key "levl": did you mean "level"?`,
		"{level: high}":                           settingsName + `: level: unknown level "high": want note, warning or error`,
		"{strict: [1]}":                           settingsName + `.strict: want true or false, not a list`,
		"{rules: {jwtkeys: {enabled: true}}}":     settingsName + `: rules.jwtkeys: unknown rule "jwtkeys": did you mean "jwtkey"?`,
		"{rules: {jwtsub: {options: {fro: []}}}}": settingsName + `: rules.jwtsub.options.fro: rule jwtsub has no option "fro": did you mean "from"?`,
		"{config: nowhere.yml}":                   "nowhere.yml",
		"{config: bad.yml}":                       `bad.yml:2:3: unknown rule "jwtkeys": did you mean "jwtkey"?`,
		"{baseline: nowhere.json}":                "nowhere.json",
	} {
		dir := write(t, with(settings))
		put(t, dir, map[string]string{"bad.yml": "rules:\n  jwtkeys: {}\n"})
		run := lint(t, dir, shared, "./...")
		if run.status != 3 || len(run.issues) > 0 || !strings.Contains(run.stderr, want) {
			t.Errorf("%s: status %d\n%s\nwant %s", settings, run.status, run.stderr, want)
		}
		if lines := strings.Count(strings.TrimSpace(run.stderr), "\n") + 1; lines != 1 {
			t.Errorf("%s: %d lines:\n%s", settings, lines, run.stderr)
		}
	}
}

// TestModels: own models are asked, and one that names nothing ends the run.
func TestModels(t *testing.T) {
	const row = "models: [{package: example.com/shop/auth, funcs: [{name: %s, does: verifies, token: 0, key: 1, checks: [alg, aud, iss, exp]}]}]\n"
	dir := write(t, map[string]string{".golangci.yml": header + showAll, ".jwtvet.yml": fmt.Sprintf(row, "Check")})
	if run := lint(t, dir, shared, "./..."); len(run.issues) != 1 || !reports(run, inShop, hardcoded) {
		t.Errorf("%+v", run)
	}
	put(t, dir, map[string]string{".jwtvet.yml": fmt.Sprintf(row, "Chek")})
	run := lint(t, dir, shared, "./...")
	if run.status != 3 || len(run.issues) > 0 || !strings.Contains(run.stderr, ".jwtvet.yml:1:51: ") {
		t.Errorf("a function that is not there: %+v", run)
	}
}

// TestCache: golangci-lint knows neither our file nor what facts depend on. A
// warm cache must not show what was right before.
func TestCache(t *testing.T) {
	dir, cache := write(t, map[string]string{".golangci.yml": header + showAll}), t.TempDir()
	runs := []struct {
		name, conf string
		want       int
	}{
		{"no file", "", 4},
		{"another level", "level: error\n", 1},
		{"the first again", "", 4},
		{"an empty baseline", "baseline: old.json\n", 4},
		{"a baseline that knows all", "baseline: old.json\n", 0},
	}
	put(t, dir, map[string]string{"old.json": `{"version": 1, "findings": []}`})
	for i, r := range runs {
		put(t, dir, map[string]string{".jwtvet.yml": r.conf})
		if i == len(runs)-1 {
			adopt(t, dir)
		}
		for _, state := range []string{"changed", "unchanged"} {
			if run := lint(t, dir, cache, "./..."); len(run.issues) != r.want {
				t.Errorf("%s, %s: %d issues, want %d\n%v\n%s", r.name, state, len(run.issues), r.want, run.texts(), run.stderr)
			}
		}
	}
}

// adopt writes the baseline of the program as it is.
func adopt(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.Command(jwtvet(t), "-C", dir, "-write-baseline", filepath.Join(dir, "old.json"), "./...")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// TestTag: whatever decides about facts is in the names of their owners, and
// whatever decides about issues is in the names of what is run.
func TestTag(t *testing.T) {
	t.Chdir(t.TempDir())
	firstRun, firstFacts := names(t, "")
	againRun, againFacts := names(t, "")
	otherRun, otherFacts := names(t, "level: note\n")
	if firstRun != againRun || firstFacts != againFacts {
		t.Errorf("the names change though nothing else does: %s %s, %s %s", firstRun, firstFacts, againRun, againFacts)
	}
	if firstRun == otherRun {
		t.Errorf("another configuration, and the same names are run: %s", firstRun)
	}
	for engine := range strings.FieldsSeq(firstFacts) {
		if strings.Contains(otherFacts, engine) {
			t.Errorf("another configuration, and %s is still called that", engine)
		}
	}
}

// names lists, by name, the analyzers that are run under a configuration, and
// those behind them that own facts.
func names(t *testing.T, conf string) (run, owners string) {
	t.Helper()
	if err := os.WriteFile(".jwtvet.yml", []byte(conf), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if !seen[a] && len(a.FactTypes) > 0 {
			owners += a.Name + " "
		}
		seen[a] = true
		for _, req := range a.Requires {
			visit(req)
		}
	}
	for _, a := range all {
		run += a.Name + " "
		visit(a)
	}
	if owners == "" {
		t.Fatal("no analyzer owns facts")
	}
	return run, owners
}
