package nogotest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/bazelbuild/buildtools/build"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

const rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"

// workshop is where nogo is built: rules_go's sources beside a copy of x/tools,
// because they import one of its internal packages.
type workshop struct {
	sources   string // rules_go's go/tools/builders
	tools     string // the copy of x/tools
	generator string // rules_go's program that writes nogo's list of analyzers
}

// setUp prepares the workshop once for all tests. Its folder is removed by TestMain.
var setUp = sync.OnceValues(func() (*workshop, error) {
	sources, err := download(rulesGo)
	if err != nil {
		return nil, err
	}
	xtools, err := output(exec.Command("go", "list", "-m", "-f", "{{.Path}}@{{.Version}}", "golang.org/x/tools"))
	if err != nil {
		return nil, err
	}
	original, err := download(xtools)
	if err != nil {
		return nil, err
	}
	w := &workshop{
		sources:   filepath.Join(sources, "go", "tools", "builders"),
		tools:     filepath.Join(scratch, "tools"),
		generator: filepath.Join(scratch, "generator"),
	}
	return w, errors.Join(copyTree(original, w.tools), w.addNogo(), w.buildGenerator())
})

// scratch is the folder of everything that the tests build.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "nogo"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	if err := os.RemoveAll(scratch); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(status)
}

// download gets a module and returns its folder.
func download(module string) (string, error) {
	text, err := output(exec.Command("go", "mod", "download", "-json", module))
	if err != nil {
		return "", err
	}
	var got struct{ Dir string }
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		return "", fmt.Errorf("%s: %w", module, err)
	}
	return got.Dir, nil
}

// output runs a command and returns what it prints.
func output(cmd *exec.Cmd) (string, error) {
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("%v: %w\n%s%s", cmd.Args, err, out, exit.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}

// copyTree copies a module without its tests.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return filepath.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		case strings.HasSuffix(path, "_test.go"):
			return nil
		}
		return copyFile(path, filepath.Join(to, rel))
	})
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	return errors.Join(err, os.WriteFile(to, data, 0o644))
}

// addNogo adds nogo's sources, as rules_go lists them, to x/tools, and what they
// and the rules require to its go.mod.
func (w *workshop) addNogo() error {
	dir := filepath.Join(w.tools, "cmd", "nogo")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(w.sources, "BUILD.bazel"))
	if err != nil {
		return err
	}
	file, err := build.ParseBuild("BUILD.bazel", data)
	if err != nil {
		return err
	}
	for _, r := range file.Rules("") {
		if r.Name() != "nogo_srcs" {
			continue
		}
		for _, name := range r.AttrStrings("srcs") {
			if err := copyFile(filepath.Join(w.sources, name), filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	udiff, err := output(inDir(filepath.Join(w.sources, "..", "..", ".."), "go", "mod", "edit", "-json"))
	if err != nil {
		return err
	}
	var mod struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal([]byte(udiff), &mod); err != nil {
		return err
	}
	root, err := output(exec.Command("go", "list", "-m", "-f", "{{.Dir}}", jwtvet))
	if err != nil {
		return err
	}
	edit := inDir(w.tools, "go", "mod", "edit", "-require="+jwtvet+"@v0.0.0", "-replace="+jwtvet+"="+root)
	for _, r := range mod.Require {
		if strings.HasSuffix(r.Path, "/go-udiff") {
			edit.Args = append(edit.Args, "-require="+r.Path+"@"+r.Version)
		}
	}
	_, err = output(edit)
	return err
}

const jwtvet = "github.com/jwtvet/jwtvet"

func inDir(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	return cmd
}

// buildGenerator builds a program around rules_go's generator, which is a
// function of its builder.
func (w *workshop) buildGenerator() error {
	dir := filepath.Join(w.tools, "cmd", "generator")
	main := "package main\n\nimport (\n\t\"log\"\n\t\"os\"\n)\n\nfunc main() {\n" +
		"\tif err := genNogoMain(os.Args[1:]); err != nil {\n\t\tlog.Fatal(err)\n\t}\n}\n"
	err := errors.Join(os.MkdirAll(dir, 0o755),
		copyFile(filepath.Join(w.sources, "generate_nogo_main.go"), filepath.Join(dir, "generate.go")),
		copyFile(filepath.Join(w.sources, "flags.go"), filepath.Join(dir, "flags.go")),
		os.WriteFile(filepath.Join(dir, "main.go"), []byte(main), 0o644))
	if err != nil {
		return err
	}
	_, err = output(inDir(w.tools, "go", "build", "-mod=mod", "-o", w.generator, "./cmd/generator"))
	return err
}

// nogo builds nogo with all rules and the given configuration: nogo.json of the
// nogo target.
func nogo(t *testing.T, config string) string {
	t.Helper()
	w, err := setUp()
	if err != nil {
		t.Fatal(err)
	}
	json := filepath.Join(t.TempDir(), "nogo.json")
	if err := os.WriteFile(json, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"-output", filepath.Join(w.tools, "cmd", "nogo", "nogo_list.go"), "-config", json}
	for _, r := range analyzers.All() {
		args = append(args, "-analyzer_importpath", jwtvet+"/passes/"+r.Name)
	}
	if _, err := output(exec.Command(w.generator, args...)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "nogo")
	if _, err := output(inDir(w.tools, "go", "build", "-mod=mod", "-o", name, "./cmd/nogo")); err != nil {
		t.Fatal(err)
	}
	return name
}

// command builds jwtvet itself.
func command(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "jwtvet")
	if _, err := output(inDir(realtool.Root(t), "go", "build", "-o", name, "./cmd/jwtvet")); err != nil {
		t.Fatal(err)
	}
	return name
}
