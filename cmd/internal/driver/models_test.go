package driver_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/passes/engine"
)

// shop has tokens read by a package of its own; no library is in view.
var shop = map[string]string{
	"go.mod":     "module example.com/shop\n\ngo 1.26.0\n",
	"door/go.go": "package door\n\ntype Pass struct{ Name, Audience string }\n\ntype Reader interface{ Read(token string) (*Pass, error) }\n",
	"till/go.go": "package till\n\nimport \"example.com/shop/door\"\n\nfunc Name(r door.Reader, token string) string {\n" +
		"\tp, err := r.Read(token)\n\tif err != nil {\n\t\treturn \"\"\n\t}\n\treturn p.Name\n}\n",
}

func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// analyze runs all rules on the shop, which has described a package.
func analyze(t *testing.T, models ...engine.Model) *driver.Outcome {
	t.Helper()
	own, err := engine.Compile(models, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all []*analysis.Analyzer
	for _, r := range analyzers.With(own) {
		all = append(all, r.Analyzer)
	}
	out, err := driver.Analyze(driver.Options{Dir: write(t, shop), Tests: true, Patterns: []string{"./..."}, Own: own}, all)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Broken) > 0 {
		t.Errorf("broken: %v", out.Broken)
	}
	return out
}

// TestOwnModels: a package that the project has described is enough for a
// package to matter.
func TestOwnModels(t *testing.T) {
	if out := analyze(t); len(out.Diagnostics) > 0 {
		t.Errorf("without models: %v", out.Diagnostics)
	}
	out := analyze(t, engine.Model{Package: "example.com/shop/door", Funcs: []engine.Func{
		{Recv: "Reader", Name: "Read", Does: "verifies", Token: "0", Claims: "result 0", Checks: engine.Claims{"alg", "iss"}},
	}})
	var got []string
	for _, d := range out.Diagnostics {
		got = append(got, d.Category)
	}
	if !slices.Equal(got, []string{"jwtaud/missing"}) || len(out.Faults) > 0 {
		t.Errorf("with a model: %v, %v", got, out.Faults)
	}
}

// TestFaults: a model that names nothing is told once, by whoever runs the
// packages: not at every importer, and not as a package that is broken.
func TestFaults(t *testing.T) {
	out := analyze(t,
		engine.Model{Package: "example.com/shop/door", Funcs: []engine.Func{{Recv: "Reader", Name: "Reed", Does: "verifies"}}},
		engine.Model{Package: "example.com/shop/dor"},
		engine.Model{Package: "example.com/elsewhere"},
	)
	var got []string
	for _, f := range out.Faults {
		got = append(got, f.Error())
	}
	want := []string{
		"models[0].funcs[0]: type Reader of package example.com/shop/door has no method Reed, did you mean Read?",
		"models[1].package: there is no package example.com/shop/dor, did you mean example.com/shop/door?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
