package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const goodFile = `package good

import "github.com/golang-jwt/jwt/v5"

func Issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil)).SignedString([]byte("in-the-source"))
}
`

// scratch writes a module with the package good, which has one finding, and
// the given files.
func scratch(t *testing.T, files map[string]string) string {
	t.Helper()
	fixtures(t) // Downloads the library.
	dir := t.TempDir()
	sums, err := os.ReadFile(filepath.Join("..", "..", "testdata", "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{
		"go.mod":       "module example.com/scratch\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"go.sum":       string(sums),
		"good/good.go": goodFile,
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const usesJWT = "import \"github.com/golang-jwt/jwt/v5\"\n\nvar _ jwt.Claims\n"

// TestBrokenPackages: a package that cannot be analysed costs one line that
// says what and where, the other packages are analysed all the same, and
// the status is 1.
func TestBrokenPackages(t *testing.T) {
	cases := map[string]struct {
		files map[string]string
		want  string // in the one line
	}{
		"type error":     {map[string]string{"bad/bad.go": "package bad\n\n" + usesJWT + "var x int = \"text\"\n"}, "bad.go:6:13"},
		"syntax error":   {map[string]string{"bad/bad.go": "package bad\n\n" + usesJWT + "func {\n"}, "bad.go:6"},
		"missing module": {map[string]string{"bad/bad.go": "package bad\n\nimport _ \"example.org/nowhere\"\n\n" + usesJWT}, "example.org/nowhere"},
		"missing import without a library": {map[string]string{"bad/bad.go": "package bad\n\nimport _ \"example.org/nowhere\"\n"},
			"example.org/nowhere"},
		"two packages in a folder": {map[string]string{"bad/a.go": "package a\n\n" + usesJWT, "bad/b.go": "package b\n"}, "bad"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := run(t, scratch(t, c.files), build(t), "-q", "./...")
			if got.status != 1 {
				t.Errorf("status %d", got.status)
			}
			if lines := strings.Count(got.stderr, "\n"); lines != 1 || !strings.Contains(got.stderr, c.want) {
				t.Errorf("stderr is not one line with %q:\n%s", c.want, got.stderr)
			}
			if !strings.Contains(got.stdout, "good.go:6:88: error: ") {
				t.Errorf("the other package is not analysed:\n%s", got.stdout)
			}
		})
	}
}

// TestBrokenBelow: a package that is sound, and uses one that is not, costs a
// line of its own; it used to be an internal error.
func TestBrokenBelow(t *testing.T) {
	dir := scratch(t, map[string]string{
		"bad/bad.go":     "package bad\n\nimport \"example.org/nowhere\"\n\n" + usesJWT + "func Schema() *nowhere.Schema { return nil }\n",
		"above/above.go": "package above\n\nimport \"example.com/scratch/bad\"\n\n" + usesJWT + "func Key() string { return bad.Schema().Resolve() }\n",
	})
	got := run(t, dir, build(t), "-q", "./...")
	if got.status != 1 || strings.Count(got.stderr, "\n") != 2 || strings.Contains(got.stderr, "internal error") ||
		!strings.Contains(got.stderr, "above.go:8:41: what Resolve is") {
		t.Errorf("%+v", got)
	}
}

// TestImportCycle: packages that import each other are told as such; the run
// used to wait for ever.
func TestImportCycle(t *testing.T) {
	dir := scratch(t, map[string]string{
		"a/a.go": "package a\n\nimport _ \"example.com/scratch/b\"\n\n" + usesJWT,
		"b/b.go": "package b\n\nimport _ \"example.com/scratch/a\"\n\n" + usesJWT,
	})
	got := run(t, dir, build(t), "-q", "./...")
	if got.status != 1 || !strings.Contains(got.stderr, "import cycle") || !strings.Contains(got.stdout, "good.go:6:88: error: ") {
		t.Errorf("%+v", got)
	}
}

// TestUnreadableFile: a file that the listing names and nobody can open.
func TestUnreadableFile(t *testing.T) {
	dir := scratch(t, nil)
	if err := os.Symlink(filepath.Join(dir, "nowhere.go"), filepath.Join(dir, "good", "dangling.go")); err != nil {
		t.Skip(err)
	}
	got := run(t, dir, build(t), "-q", "./...")
	if got.status != 1 || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, "dangling.go") {
		t.Errorf("%+v", got)
	}
}

// TestUsage: what the command line itself can get wrong, a line each.
func TestUsage(t *testing.T) {
	dir := scratch(t, nil)
	for want, args := range map[string][]string{
		"-unheard-of":             {"-unheard-of"},
		`unknown rule "jwtnope"`:  {"-rules=jwtnope"},
		"no-such.yml":             {"-config=no-such.yml"},
		"no-such.json":            {"-baseline=no-such.json"},
		`unknown format "yaml"`:   {"-format=yaml"},
		"want note, warning":      {"-level=fatal"},
		"./nothing":               {"./nothing/..."},
		"example.com/elsewhere":   {"example.com/elsewhere"},
		"no-such-folder":          {"-C", "no-such-folder"},
		`unknown rule "jwtother"`: {"help", "jwtother"},
	} {
		got := run(t, dir, build(t), args...)
		if got.status != 1 || strings.Count(got.stderr, "\n") != 1 || !strings.Contains(got.stderr, want) {
			t.Errorf("%v: %+v", args, got)
		}
	}
	if got := run(t, t.TempDir(), build(t)); got.status != 1 || strings.Count(got.stderr, "\n") != 1 {
		t.Errorf("outside a module: %+v", got)
	}
}

// TestStatus: 0 for nothing, 3 for something, and the flags that decide it.
func TestStatus(t *testing.T) {
	dir := scratch(t, map[string]string{"plain/plain.go": "package plain\n"})
	for _, c := range []struct {
		status int
		args   []string
	}{
		{3, nil},
		{3, []string{"./good"}},
		{0, []string{"./plain"}},
		{0, []string{"-jwtkey=false", "./..."}},
		{0, []string{"-rules=jwtalg", "./..."}},
		{3, []string{"-jwtkey", "./..."}},
		{3, []string{"-level=error", "./..."}},
		{0, []string{"-h"}},
		{0, []string{"help", "jwtkey"}},
		{0, []string{"-V"}},
	} {
		args := c.args
		if len(args) == 1 && args[0] == "-V" {
			args = []string{"-V=short"}
		}
		if got := run(t, dir, build(t), args...); got.status != c.status {
			t.Errorf("%v: status %d, want %d\n%s", args, got.status, c.status, got.stderr)
		}
	}
}

// TestUnusualPackages: cgo, generated code, a very long file and tests are no
// obstacle.
func TestUnusualPackages(t *testing.T) {
	var long strings.Builder
	long.WriteString("// Code generated by hand. DO NOT EDIT.\n\npackage long\n\n" + usesJWT)
	for i := range 33_000 {
		fmt.Fprintf(&long, "func f%d(x int) int {\n\treturn x + %d\n}\n", i, i)
	}
	dir := scratch(t, map[string]string{
		"long/long.go": long.String(),
		"c/c.go":       "package c\n\n// int twice(int x) { return 2 * x; }\nimport \"C\"\n\n" + usesJWT + "\nfunc Twice(x int) int { return int(C.twice(C.int(x))) }\n",
		"raw/raw.go":   "package raw\n\nimport \"unsafe\"\n\n" + usesJWT + "\nfunc Size(x int) string { return string(rune(unsafe.Sizeof(x))) }\n",
		"gen/gen.go":   "// Code generated by hand. DO NOT EDIT.\n\n" + strings.Replace(goodFile, "package good", "package gen", 1),
		"good/good_test.go": strings.Replace(strings.Replace(goodFile, "Issue", "issueInTest", 1),
			"in-the-source", "in-the-test", 1),
	})
	got := run(t, dir, build(t), "-q", "./...")
	if got.status != 3 || got.stderr != "" || len(findings(got.stdout, dir)) != 2 {
		t.Errorf("%+v", got)
	}
	if got := run(t, dir, build(t), "-tests", "./good"); len(findings(got.stdout, dir)) != 2 {
		t.Errorf("with -tests: %+v", got)
	}
}
