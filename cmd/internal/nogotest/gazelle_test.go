package nogotest

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// v0.54.0 cannot be installed as a module: it does not compile with what it requires.
const gazelle = "github.com/bazelbuild/bazel-gazelle/cmd/gazelle@v0.53.0"

var update = flag.Bool("update", false, "write the BUILD.bazel files")

// TestBuildFiles: the BUILD.bazel files are what gazelle makes of the packages
// now. It writes them anew, from the directives of the top folder alone.
func TestBuildFiles(t *testing.T) {
	bin := t.TempDir()
	install := exec.Command("go", "install", gazelle)
	install.Env = append(os.Environ(), "GOBIN="+bin)
	if _, err := output(install); err != nil {
		t.Fatal(err)
	}
	copied := realtool.Repository(t, "v0.0.1")
	committed := buildFiles(t, copied)
	for name := range committed {
		if name != "BUILD.bazel" {
			if err := os.Remove(filepath.Join(copied, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	// It does not go to the network for what lies in other modules.
	if _, err := output(inDir(copied, filepath.Join(bin, "gazelle"), "update", "-repo_root", copied, "-external", "static")); err != nil {
		t.Fatal(err)
	}
	generated := buildFiles(t, copied)
	if len(generated) < 20 {
		t.Fatalf("gazelle wrote only %d files", len(generated))
	}
	if *update {
		write(t, committed, generated)
		return
	}
	for name, text := range generated {
		if committed[name] != text {
			t.Errorf("%s is missing or stale; run go test ./cmd/internal/nogotest -run BuildFiles -update", name)
		}
	}
	for name := range committed {
		if _, ok := generated[name]; !ok {
			t.Errorf("%s stands in a folder without a package", name)
		}
	}
}

// buildFiles reads the BUILD.bazel files below dir. Modules of their own, which
// the published module leaves out, are left out here: gazelle never sees them.
func buildFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != dir {
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil {
				if err := os.RemoveAll(path); err != nil {
					return err
				}
				return filepath.SkipDir
			}
		}
		if d.Name() != "BUILD.bazel" {
			return nil
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		files[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// write brings the working tree up to date.
func write(t *testing.T, committed, generated map[string]string) {
	t.Helper()
	root := realtool.Root(t)
	for name := range committed {
		if _, ok := generated[name]; !ok {
			if err := os.Remove(filepath.Join(root, name)); err != nil {
				t.Error(err)
			}
		}
	}
	for name, text := range generated {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Error(err)
		}
	}
}
