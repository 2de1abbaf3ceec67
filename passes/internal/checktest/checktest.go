// Package checktest runs rules on the fixtures: the packages of the module in
// testdata, which requires the real libraries.
package checktest

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Run runs the analyzer on the packages of the fixtures module that the
// patterns match, and compares its diagnostics with their want comments.
func Run(t *testing.T, a *analysis.Analyzer, patterns ...string) []*analysistest.Result {
	t.Helper()
	return analysistest.Run(t, Dir(t), a, patterns...)
}

// Analyze runs analyzers together, with the driver of x/tools and all that they
// require, on the packages of the fixtures module that the patterns match.
func Analyze(t *testing.T, analyzers []*analysis.Analyzer, patterns ...string) *checker.Graph {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: Dir(t)}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzers, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return graph
}

// RunApart runs the analyzer on its fixtures in a module of their own, for a
// library that cannot share the versions that the others require.
func RunApart(t *testing.T, a *analysis.Analyzer, module string) []*analysistest.Result {
	t.Helper()
	return analysistest.Run(t, DirApart(t, module), a, "./"+a.Name+"/...")
}

// DirApart is Dir for a module of its own. What the module needs to build is in
// the environment until the test ends.
func DirApart(t *testing.T, module string) string {
	t.Helper()
	if experiment := experiments[module]; experiment != "" {
		t.Setenv("GOEXPERIMENT", experiment)
	}
	dir := filepath.Join(Dir(t), "apart", module)
	if err := download(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// experiments lists what such modules need of Go to build.
var experiments = map[string]string{"jwx4": "jsonv2"}

// Dir returns the folder of the fixtures module, with everything that the
// module requires downloaded: analysistest itself does not go to the network.
func Dir(t *testing.T) string {
	t.Helper()
	dir, err := fixtures()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// fixtures finds testdata above the test's folder and downloads its modules,
// once in each process.
var fixtures = sync.OnceValues(func() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		candidate := filepath.Join(dir, "testdata", "go.mod")
		if _, err := os.Stat(candidate); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			return "", os.ErrNotExist
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "testdata")
	return dir, download(dir)
})

// download fetches what a module requires.
func download(dir string) error {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return &downloadError{string(out), err}
	}
	return nil
}

type downloadError struct {
	output string
	err    error
}

func (e *downloadError) Error() string { return "go mod download: " + e.err.Error() + "\n" + e.output }
func (e *downloadError) Unwrap() error { return e.err }
