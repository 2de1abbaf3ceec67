package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
	"github.com/jwtvet/jwtvet/passes/rule"
)

const fixtures = "./options/models/..."

// TestModels runs all rules on a project that has described its own packages:
// the want comments are what is reported then.
func TestModels(t *testing.T) {
	own, err := engine.Compile(fixtureModels(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, together(own), fixtures)
}

// TestWithoutModels runs the rules on the same project as if it had said
// nothing: what is reported then stands in the comments that begin with "without:".
func TestWithoutModels(t *testing.T) {
	want := make(map[string][]string)
	for _, name := range files(t, filepath.Join(checktest.Dir(t), "options", "models")) {
		for i, line := range strings.Split(read(t, name), "\n") {
			if _, list, ok := strings.Cut(line, " without: "); ok {
				list, _, _ = strings.Cut(list, "*/")
				want[place(name, i+1)] = strings.Fields(list)
			}
		}
	}
	got := make(map[string][]string)
	for _, result := range analysistest.Run(new(unheard), checktest.Dir(t), together(nil), fixtures) {
		if result.Action.Err != nil {
			t.Error(result.Action.Err)
		}
		for _, d := range result.Action.Diagnostics {
			at := result.Action.Package.Fset.Position(d.Pos)
			got[place(at.Filename, at.Line)] = append(got[place(at.Filename, at.Line)], d.Category)
		}
	}
	for at, categories := range got {
		slices.Sort(categories)
		if !slices.Equal(categories, want[at]) {
			t.Errorf("%s: without models %v, want %v", at, categories, want[at])
		}
	}
	for at := range want {
		if got[at] == nil {
			t.Errorf("%s: without models nothing, want %v", at, want[at])
		}
	}
}

// together is one analyzer that reports what all rules report by default:
// errors and warnings.
func together(own *engine.Own) *analysis.Analyzer {
	shared := engine.New(own)
	all := []*rule.Rule{jwtalg.New(shared), jwtaud.New(shared), jwtexp.New(shared), jwtiss.New(shared), jwtkey.New(shared), jwtsub.New(engine.NewAccess(own)), jwtverify.New(shared)}
	a := &analysis.Analyzer{Name: "together", Doc: "all rules"}
	for _, r := range all {
		for _, req := range r.Requires {
			if !slices.Contains(a.Requires, req) {
				a.Requires = append(a.Requires, req)
			}
		}
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, r := range all {
			one := *pass
			one.Analyzer = r.Analyzer
			one.Report = func(d analysis.Diagnostic) {
				if c, ok := r.Category(d.Category); !ok || c.Level > rule.Note {
					pass.Report(d)
				}
			}
			if _, err := r.Run(&one); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return a
}

func fixtureModels(t *testing.T) []engine.Model {
	t.Helper()
	return models(t, read(t, filepath.Join(checktest.Dir(t), "options", "models", "models.yml")))
}

// models reads the part of a configuration that is about models.
func models(t *testing.T, text string) []engine.Model {
	t.Helper()
	var file struct {
		Models []engine.Model `yaml:"models"`
	}
	dec := yaml.NewDecoder(strings.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(&file); err != nil {
		t.Fatal(err)
	}
	return file.Models
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures in %s: %v", dir, err)
	}
	return names
}

func place(name string, line int) string {
	return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(name)), filepath.Base(name), line)
}

// unheard takes the complaints about wants, which are meant for a run with models.
type unheard struct{}

// Errorf drops the complaint.
func (*unheard) Errorf(string, ...any) {}
