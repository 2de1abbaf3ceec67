package analyzers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// TestRules holds every rule to what users and front ends rely on.
func TestRules(t *testing.T) {
	var all []*analysis.Analyzer
	var names []string
	for _, r := range analyzers.All() {
		all = append(all, r.Analyzer)
		names = append(names, r.Name)
		t.Run(r.Name, func(t *testing.T) { checkRule(t, r) })
	}
	if err := analysis.Validate(all); err != nil {
		t.Error(err)
	}
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("rules are not sorted, or one is listed twice: %v", names)
	}
}

func checkRule(t *testing.T, r *rule.Rule) {
	title, text, ok := strings.Cut(r.Doc, "\n\n")
	if !ok || title == "" || strings.Contains(title, "\n") || len(text) < 100 {
		t.Errorf("doc is not a title, an empty line and a description: %q", r.Doc)
	}
	if want := "https://github.com/jwtvet/jwtvet#" + r.Name; r.URL != want {
		t.Errorf("URL is %q, want %q", r.URL, want)
	}
	if r.Bad == "" || r.Good == "" {
		t.Error("no code that is reported, or no correction of it")
	}
	if r.Fix == "" || strings.HasSuffix(r.Fix, ".") || strings.Contains(r.Fix, "\n") {
		t.Errorf("how to fix it is not one sentence without a full stop: %q", r.Fix)
	}
	if len(r.Categories) == 0 {
		t.Error("no categories")
	}
	for _, flag := range []string{"strict", "tests"} {
		if r.Flags.Lookup(flag) == nil {
			t.Errorf("flag -%s is missing", flag)
		}
	}
	obeys := func(a *analysis.Analyzer) bool { return a.Name == "jwtdirectives" }
	if !slices.ContainsFunc(r.Requires, obeys) || r.Beside == nil && (r.ResultType == nil || r.ResultType.String() != "*ignore.Used") {
		t.Error("does not require the comments that silence findings, or does not tell which it has used")
	}
	if !slices.IsSortedFunc(r.Categories, func(a, b rule.Category) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("categories are not sorted")
	}
	for _, c := range r.Categories {
		checkCategory(t, r, c)
	}
}

var (
	cwe  = regexp.MustCompile(`^CWE-[1-9][0-9]*$`)
	slug = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

func checkCategory(t *testing.T, r *rule.Rule, c rule.Category) {
	name, kind, ok := strings.Cut(c.Name, "/")
	if !ok || name != r.Name || !slug.MatchString(kind) {
		t.Errorf("category %q is not %s/ and a slug", c.Name, r.Name)
	}
	if strings.HasSuffix(c.Title, ".") || strings.Contains(c.Title, "\n") {
		t.Errorf("category %s: its title is not one sentence without a full stop: %q", c.Name, c.Title)
	}
	if c.Level.String() == "unknown" || c.RFC == "" || c.Title == "" || len(c.CWE) == 0 {
		t.Errorf("category %s lacks a level, an RFC, a title or a CWE: %+v", c.Name, c)
	}
	for _, id := range c.CWE {
		if !cwe.MatchString(id) {
			t.Errorf("category %s: %q is no CWE", c.Name, id)
		}
	}
}

// TestFixtures: each category has a fixture line that wants it, and each rule
// a file that wants nothing. An error has an attack in the lab.
func TestFixtures(t *testing.T) {
	strict := contents(t, filepath.Join("..", "testdata", "strict"), ".go")
	lab := strings.Join(contents(t, filepath.Join("..", "testdata", "exploits"), "_test.go"), "")
	for _, r := range analyzers.All() {
		fixtures := contents(t, filepath.Join("..", "testdata", r.Name), ".go")
		silent := func(text string) bool { return !strings.Contains(text, "// want") }
		if !slices.ContainsFunc(fixtures, silent) {
			t.Errorf("%s: no fixture file without findings", r.Name)
		}
		wanted := wants(append(fixtures, strict...))
		for _, c := range r.Categories {
			named := regexp.MustCompile(`\b` + c.Name + `([^a-z-]|$)`)
			if !named.MatchString(wanted) {
				t.Errorf("%s: no fixture wants it", c.Name)
			}
			// The name opens a row of the table of attacks.
			if c.Level == rule.Error && !strings.Contains(lab, `{"`+c.Name+`", `) {
				t.Errorf("%s: no attack in the lab proves that it is an error", c.Name)
			}
		}
	}
}

// wants returns the want comments of the fixtures: a category that is only
// mentioned elsewhere is not tested.
func wants(files []string) string {
	var b strings.Builder
	for _, text := range files {
		for line := range strings.Lines(text) {
			if _, want, ok := strings.Cut(line, "// want"); ok {
				b.WriteString(want)
			}
		}
	}
	return b.String()
}

// contents reads the files below dir whose names end in suffix.
func contents(t *testing.T, dir, suffix string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, suffix) {
			return err
		}
		data, err := os.ReadFile(path)
		out = append(out, string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
