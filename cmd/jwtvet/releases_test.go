package main_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// releases are the releases of Go whose go command jwtvet works with, beside
// the one that runs the tests. A tool of go vet has to be built with a release
// that is not older than the command.
var releases = []struct {
	version string
	builds  bool // the tool is built with it too
}{
	{"go1.25.5", false},
	{"go1.27.0", true},
}

// TestGoReleases: what go vet prints does not depend on its release: in a module
// with cross-package facts, test variants and vendored imports, cold and warm,
// as text and as JSON. Nor does what the command finds by itself.
func TestGoReleases(t *testing.T) {
	files := map[string]string{
		"sign/sign_test.go": "package sign\n\nimport \"testing\"\n\nfunc TestSign(*testing.T) {}\n",
		"sign/x_test.go":    "package sign_test\n\nimport \"testing\"\n\nfunc TestX(*testing.T) {}\n",
	}
	for name, text := range layers {
		files[name] = text
	}
	dir := scratch(t, files)
	writeIn(t, dir, "go.mod", "module example.com/scratch\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n")
	want := findings(quiet(t, dir, "./...").stdout, dir)
	if len(want) < 2 {
		t.Fatalf("found: %q", want)
	}
	for _, release := range releases {
		t.Run(release.version, func(t *testing.T) {
			t.Setenv("GOTOOLCHAIN", release.version)
			t.Setenv("JWTVET_CACHE", "off")
			tool := build(t)
			if release.builds {
				tool = filepath.Join(t.TempDir(), "jwtvet")
				if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
			}
			for _, face := range []struct {
				name string
				args []string
			}{
				{"by itself", []string{tool, "-q", "./..."}},
				{"cold", []string{"go", "vet", "-vettool=" + tool, "./..."}},
				{"warm", []string{"go", "vet", "-vettool=" + tool, "./..."}},
			} {
				got := run(t, dir, face.args[0], face.args[1:]...)
				if found := findings(got.stdout+got.stderr, dir); !slices.Equal(found, want) {
					t.Errorf("%s: found %q, want %q\n%s", face.name, found, want, got.stderr)
				}
			}
			json := run(t, dir, "go", "vet", "-json", "-vettool="+tool, "./...")
			if all := json.stdout + json.stderr; strings.Count(all, `"category": "jwtkey/hardcoded"`) != 2 {
				t.Errorf("JSON: %+v", json)
			}
			if out, err := exec.Command("go", "-C", dir, "mod", "vendor").CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			vendored := run(t, dir, "go", "vet", "-mod=vendor", "-vettool="+tool, "./...")
			if found := findings(vendored.stderr, dir); !slices.Equal(found, want) {
				t.Errorf("vendored: found %q, want %q\n%s", found, want, vendored.stderr)
			}
		})
	}
}
