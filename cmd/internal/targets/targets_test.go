package targets

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree writes files; those called go.mod get a module line.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		name, text, _ := strings.Cut(name, "=")
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if filepath.Base(path) == "go.mod" {
			text = "module example.com/m\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// told writes a plan down in one line for each run, problem and reason, the
// folders relative to base.
func told(base string, p *Plan) []string {
	var out []string
	for _, r := range p.Runs {
		rel, err := filepath.Rel(base, r.Dir)
		if err != nil {
			rel = r.Dir
		}
		line := filepath.ToSlash(rel) + ": " + strings.Join(r.Patterns, " ")
		if r.Alone {
			line += " alone"
		}
		out = append(out, line)
	}
	for _, problem := range p.Problems {
		out = append(out, "! "+problem.Path+": "+problem.Err)
	}
	return append(out, p.Skipped.Lines()...)
}

// TestFind: what arguments mean in a folder with one module and in one with
// several below it.
func TestFind(t *testing.T) {
	one := tree(t, "go.mod", "x.go", "a/a.go", "a/b/b.go", "testdata/t.go", "vendor/v/v.go", "_old/o.go",
		"nested/go.mod", "nested/n.go", "node_modules/n/go.mod", "README.md", "client.go/c.go", "deep/testdata/go.mod")
	many := tree(t, "a/go.mod", "a/x/x.go", "b/go.mod", "b/y/y.go", "b/c/go.mod", "stray/s.go",
		"testdata/go.mod", "testdata/t.go", "vendor/v/go.mod", ".git/go.mod")
	const noModule, hidden = "there is no go.mod in its folder or above it", "in testdata, vendor or a hidden folder, which ./... leaves out too"
	cases := []struct{ base, args, want string }{
		{one, "./...", ".: ./..."},
		{one, "x.go", ".: ."},
		{one, "a/a.go a/b/b.go a/gone.go", ".: ./a ./a/b|skipped a/gone.go: no such file"},
		{one, "a/a.go nested/n.go", ".: ./a|nested: ."},
		{one, "go.sum", ".: ./...|skipped go.sum: no such file"},
		{one, "nested/go.mod ./a", ".: ./a|nested: ./..."},
		{one, "a/go.mod", ".: ./a/...|skipped a/go.mod: no such file"}, // Its packages are now the outer module's.
		{one, "testdata/t.go vendor/v/v.go", "skipped testdata/t.go and 1 more: " + hidden},
		{one, "_old/o.go a/_a.go", "skipped _old/o.go and 1 more: " + hidden},
		{one, "gone/g.go gone/go.mod", "skipped gone/g.go and 1 more: no such file"},
		{one, "client.go", ".: client.go"}, // A folder is no file.
		{one, "example.com/client.go fmt all", ".: all example.com/client.go fmt"},
		{one, "./a.../b ./nested", ".: ./a.../b|nested: ."},
		{one + "/a", "./... a.go ../x.go", ".: . .. ./..."},
		{one + "/a", "../nested/n.go", "../nested: ."},
		{one, "-modules", ".: ./...|nested: ./..."},
		{one + "/a", "-modules", ".: ./..."},
		{many, "./...", "a: ./...|b: ./...|b/c: ./..."},
		{many, "-modules", "a: ./...|b: ./...|b/c: ./..."},
		{many, "./b/...", "b: ./..."},
		{many, "./b/y ./a/x/...", "a: ./x/...|b: ./y"},
		{many, "a/x/x.go b/y/y.go", "a: ./x|b: ./y"},
		{many, "go.work", "a: ./...|b: ./...|b/c: ./...|skipped go.work: no such file"},
		{many, "stray/s.go a/x/x.go", "a: ./x|! stray/s.go: " + noModule},
		{many, "testdata/t.go", "skipped testdata/t.go: " + hidden},
		{many, "./stray/...", "! stray: there is no go.mod in this folder, above it or below it"},
		{many, "./nowhere/...", "! nowhere: no such file or directory"},
		{many, "fmt", ".: fmt"},
		{many + "/testdata", "t.go", ".: ."}, // Asked for from within.
	}
	for _, c := range cases {
		var args []string
		if c.args != "-modules" {
			args = strings.Fields(c.args)
		}
		plan, err := Find(filepath.FromSlash(c.base), args, args == nil)
		if err != nil {
			t.Errorf("%s: %v", c.args, err)
			continue
		}
		if got := strings.Join(told(c.base, plan), "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.args, got, c.want)
		}
	}
}

// TestFound: a module that nobody has named may have no packages.
func TestFound(t *testing.T) {
	one, many := tree(t, "go.mod", "a/a.go"), tree(t, "m/go.mod")
	for _, c := range []struct {
		base, arg string
		want      bool
	}{{one, "./...", false}, {one, "a/a.go", true}, {one, "go.mod", true}, {many, "./...", true}, {many, "./m/...", false}} {
		plan, err := Find(c.base, []string{c.arg}, false)
		if err != nil || len(plan.Runs) != 1 || plan.Runs[0].Found != c.want {
			t.Errorf("%s: %+v, %v", c.arg, plan, err)
		}
	}
}

// TestGOPATH: without modules the go command gets what it is given.
func TestGOPATH(t *testing.T) {
	t.Setenv("GO111MODULE", "off")
	dir := tree(t, "a/a.go")
	plan, err := Find(dir, []string{"./..."}, false)
	if err != nil || !slices.Equal(told(dir, plan), []string{".: ./..."}) {
		t.Errorf("%+v, %v", plan, err)
	}
}

// TestMistakes: arguments that nobody means.
func TestMistakes(t *testing.T) {
	dir := tree(t, "go.mod", "README.md", "a/a.go")
	for want, args := range map[string][]string{
		"README.md is not a Go file":                  {"a/a.go", "README.md"},
		"a/go.mod/../../README.md is not a Go file":   {"a/go.mod/../../README.md"},
		"it goes with ./... and not with ./a ./b/...": {"-modules", "./a", "./b/..."},
	} {
		everywhere := args[0] == "-modules"
		if everywhere {
			args = args[1:]
		}
		if _, err := Find(dir, args, everywhere); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", args, err)
		}
	}
}

// TestWorkspaces: the modules of a workspace are one run, those that it does
// not use run without it, and the environment has the last word.
func TestWorkspaces(t *testing.T) {
	dir := tree(t, "go.work=go 1.26\n\nuse (\n\t./a\n\t./b\n)\n", "a/go.mod", "a/a.go", "b/go.mod", "b/b.go", "c/go.mod", "c/c.go")
	other := tree(t, "go.work=go 1.26\n", "go.mod")
	cases := []struct{ gowork, base, args, want string }{
		{"", dir, "./...", "c: ./... alone|.: ./a/... ./b/..."},
		{"", dir, "a/a.go b/b.go c/c.go", "c: . alone|.: ./a ./b"},
		{"", dir, "go.work.sum", "c: ./... alone|.: ./a/... ./b/...|skipped go.work.sum: no such file"},
		{"", dir, "example.com/m/a", ".: example.com/m/a"},
		{"", dir + "/a", "./... ../b/... ../c/c.go", "../c: . alone|.: ../b/... ./..."},
		{"", dir + "/c", "./...", ".: ./... alone"},
		{"", dir + "/c", "../b/b.go", ".: ../b"},
		{"", other, "../" + filepath.Base(dir) + "/a/a.go", "../" + filepath.Base(dir) + "/a: ."},
		{"off", dir, "./...", "a: ./...|b: ./...|c: ./..."},
		{filepath.Join(other, "go.work"), dir + "/a", "./...", ".: ./... alone"},
	}
	for _, c := range cases {
		t.Setenv("GOWORK", c.gowork)
		plan, err := Find(filepath.FromSlash(c.base), strings.Fields(c.args), false)
		if err != nil {
			t.Fatal(err)
		}
		got, want := told(c.base, plan), strings.Split(c.want, "|")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("GOWORK=%q %s: %s\n got %q\nwant %q", c.gowork, c.base, c.args, got, want)
		}
	}
}
