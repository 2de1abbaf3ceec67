package nogotest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bazelbuild/buildtools/build"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
)

// blocks returns the fenced blocks of a language in the README's section about Bazel.
func blocks(t *testing.T, language string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(realtool.Root(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), "\n### Bazel\n")
	section, _, ended := strings.Cut(rest, "\n## ")
	if !found || !ended {
		t.Fatal("README.md has no section about Bazel")
	}
	var out []string
	for _, part := range strings.Split(section, "```"+language+"\n")[1:] {
		text, _, _ := strings.Cut(part, "```")
		out = append(out, text)
	}
	return out
}

// stringsIn lists the texts in an expression.
func stringsIn(e build.Expr) []string {
	var out []string
	build.Walk(e, func(e build.Expr, _ []build.Expr) {
		if s, ok := e.(*build.StringExpr); ok {
			out = append(out, s.Value)
		}
	})
	return out
}

// TestReadmeTarget: the README's nogo target names every rule by a label that
// exists in the repository that gazelle makes of this module.
func TestReadmeTarget(t *testing.T) {
	found := blocks(t, "starlark")
	if len(found) != 2 {
		t.Fatalf("%d blocks, want BUILD.bazel and MODULE.bazel", len(found))
	}
	file, err := build.ParseBuild("BUILD.bazel", []byte(found[0]))
	if err != nil {
		t.Fatal(err)
	}
	targets := file.Rules("nogo")
	if len(targets) != 1 || !slices.Equal(targets[0].AttrStrings("visibility"), []string{"//visibility:public"}) {
		t.Fatalf("not one public nogo target:\n%s", found[0])
	}
	want := []string{"@com_github_jwtvet_jwtvet//passes/"}
	for _, r := range analyzers.All() {
		if r.Default {
			want = append(want, r.Name)
		}
		checkLibrary(t, r.Name)
	}
	if got := stringsIn(targets[0].Attr("deps")); !slices.Equal(got, want) {
		t.Errorf("deps are %v, want %v", got, want)
	}
	module, err := build.ParseModule("MODULE.bazel", []byte(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, stmt := range module.Stmt {
		said = append(said, stringsIn(stmt)...)
	}
	if want := []string{"com_github_jwtvet_jwtvet", "//:" + targets[0].Name()}; !slices.Equal(said, want) {
		t.Errorf("MODULE.bazel says %v, want %v", said, want)
	}
}

// checkLibrary: the label //passes/<rule> is a library that everybody may use.
func checkLibrary(t *testing.T, rule string) {
	t.Helper()
	name := filepath.Join(realtool.Root(t), "passes", rule, "BUILD.bazel")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := build.ParseBuild(name, data)
	if err != nil {
		t.Fatal(err)
	}
	for _, lib := range file.Rules("go_library") {
		if lib.Name() == rule && lib.AttrString("importpath") == jwtvet+"/passes/"+rule &&
			slices.Equal(lib.AttrStrings("visibility"), []string{"//visibility:public"}) {
			return
		}
	}
	t.Errorf("%s has no public library of that name", name)
}

// TestReadmeConfig: the README's nogo.json sets flags that the rules have to
// values that they take.
func TestReadmeConfig(t *testing.T) {
	found := blocks(t, "json")
	if len(found) != 1 {
		t.Fatalf("%d blocks", len(found))
	}
	var config map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	if err := json.Unmarshal([]byte(found[0]), &config); err != nil {
		t.Fatal(err)
	}
	rules := map[string]*analysis.Analyzer{"jwtalg": jwtalg.Analyzer, "jwtsub": jwtsub.Analyzer}
	for name, c := range config {
		if rules[name] == nil || len(c.Flags) == 0 {
			t.Fatalf("no such rule, or no flags: %s", name)
		}
		for flag, value := range c.Flags {
			f := rules[name].Flags.Lookup(flag)
			if f == nil {
				t.Errorf("%s has no flag %s", name, flag)
				continue
			}
			if err := f.Value.Set(value); err != nil {
				t.Errorf("%s: -%s=%s: %v", name, flag, value, err)
			}
		}
	}
}
