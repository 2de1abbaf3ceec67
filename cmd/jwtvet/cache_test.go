package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// TestMain keeps the tests' cache apart from that of who runs them.
func TestMain(m *testing.M) {
	if status, ok := asked(); ok {
		os.Exit(status)
	}
	dir, err := os.MkdirTemp("", "jwtvet-cache")
	if err == nil {
		err = os.Setenv("JWTVET_CACHE", dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(status)
}

// layers are packages beside good: keys, and sign that imports it. The library
// is a fourth one to look at.
var layers = map[string]string{
	"keys/keys.go": "package keys\n\nfunc Key() []byte { return []byte(\"in-the-source\") }\n",
	"sign/sign.go": "package sign\n\nimport (\n\t\"example.com/scratch/keys\"\n\n\t\"github.com/golang-jwt/jwt/v5\"\n)\n\n" +
		"func Sign(c jwt.Claims) (string, error) {\n\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(keys.Key())\n}\n",
}

// analysed is what -v says of the packages that were looked at.
var analysed = regexp.MustCompile(`(?m)^jwtvet: (\d+) packages? analysed`)

// look runs the command, and returns what it prints and how many packages it
// has analysed for that.
func look(t *testing.T, dir string, args ...string) (stdout, count string) {
	t.Helper()
	got := run(t, dir, build(t), append(append([]string{"-v"}, args...), "./...")...)
	m := analysed.FindStringSubmatch(got.stderr)
	if m == nil || got.status != 3 {
		t.Fatalf("%+v", got)
	}
	return got.stdout, m[1]
}

// TestCache: what has not changed is not analysed again, and what has is, with
// all that imports it.
func TestCache(t *testing.T) {
	t.Setenv("JWTVET_CACHE", t.TempDir())
	dir := scratch(t, layers)
	first, count := look(t, dir)
	if count != "4" || !strings.Contains(first, "keys.go:3)") || !strings.Contains(first, "good.go:6:88") {
		t.Fatalf("%s analysed, and found:\n%s", count, first)
	}
	change := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		name   string
		change func()
		args   []string
		want   string // how many packages are analysed
		found  string // something that is printed
	}{
		{"nothing", func() {}, nil, "0", first},
		{"a leaf", func() { change("good/good.go", "// Moved down.\n"+goodFile) }, nil, "1", "good.go:7:88"},
		{"a package below", func() { change("keys/keys.go", "// Moved down.\n"+layers["keys/keys.go"]) }, nil, "2", "keys.go:4)"},
		{"back again", func() { change("keys/keys.go", layers["keys/keys.go"]) }, nil, "0", "keys.go:3)"},
		{"an option", func() {}, []string{"-strict"}, "4", "keys.go:3)"},
		{"the configuration", func() { change(".jwtvet.yml", "rules: {jwtexp: {enabled: false}}\n") }, nil, "4", "keys.go:3)"},
		{"go.mod", func() {
			text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
			if err != nil {
				t.Fatal(err)
			}
			change("go.mod", string(text)+"// A comment.\n")
		}, nil, "3", "keys.go:3)"},
	} {
		step.change()
		got, count := look(t, dir, step.args...)
		if count != step.want || !strings.Contains(got, step.found) {
			t.Errorf("after a change of %s: %s packages are analysed, not %s, and found:\n%s", step.name, count, step.want, got)
		}
	}
}

// TestCacheClean: the cache's own command tells where it is and empties it, and
// leaves alone what is not its own.
func TestCacheClean(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("JWTVET_CACHE", cache)
	dir, tool := scratch(t, nil), build(t)
	look(t, dir)
	if got := run(t, dir, tool, "cache"); got.stdout != cache+"\n" || got.status != 0 {
		t.Errorf("%+v", got)
	}
	if err := os.WriteFile(filepath.Join(cache, "letter"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, dir, tool, "cache", "clean"); got != (outcome{}) {
		t.Errorf("%+v", got)
	}
	if left, err := os.ReadDir(cache); err != nil || len(left) != 1 || left[0].Name() != "letter" {
		t.Errorf("left: %v, %v", left, err)
	}
	if _, count := look(t, dir); count != "2" {
		t.Errorf("%s packages analysed, though the cache is empty", count)
	}
	t.Setenv("JWTVET_CACHE", "off")
	if _, count := look(t, dir); count != "2" {
		t.Errorf("%s packages analysed, though there is no cache", count)
	}
	for value, want := range map[string]string{"near": "want an absolute path", filepath.Join(cache, "letter"): "letter"} {
		t.Setenv("JWTVET_CACHE", value)
		if got := run(t, dir, tool, "./..."); got.status != 1 || !strings.Contains(got.stderr, want) || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%s: %+v", value, got)
		}
	}
}

// TestCacheShared: runs at the same time that share a cache print what each
// would alone.
func TestCacheShared(t *testing.T) {
	t.Setenv("JWTVET_CACHE", "off")
	dir, tool := scratch(t, layers), build(t)
	alone := run(t, dir, tool, "-q", "./...")
	t.Setenv("JWTVET_CACHE", t.TempDir())
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			if got := run(t, dir, tool, "-q", "./..."); got != alone {
				t.Errorf("%+v\nalone: %+v", got, alone)
			}
		})
	}
	all.Wait()
}

// TestCacheSameBytes: all fixtures, with all rules, print the same out of the
// cache as without one, in each format.
func TestCacheSameBytes(t *testing.T) {
	dir, tool := fixtures(t), build(t)
	args := func(format string) []string {
		return append(everything(), "-q", "-tests", "-strict", "-format="+format, "./...")
	}
	t.Setenv("JWTVET_CACHE", "off")
	cold := run(t, dir, tool, args("text")...)
	t.Setenv("JWTVET_CACHE", t.TempDir())
	if filling := run(t, dir, tool, args("text")...); filling != cold {
		t.Error("a run that fills a cache differs from one that has none")
	}
	if warm := run(t, dir, tool, args("text")...); warm != cold {
		t.Errorf("out of the cache comes something else: %d bytes, not %d", len(warm.stdout), len(cold.stdout))
	}
	sarif := run(t, dir, tool, args("sarif")...)
	t.Setenv("JWTVET_CACHE", "off")
	if run(t, dir, tool, args("sarif")...) != sarif {
		t.Error("SARIF differs")
	}
}
