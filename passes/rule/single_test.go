package rule_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/rule"
)

// TestSingle: what a rule reports of each level, by its flags.
func TestSingle(t *testing.T) {
	categories := []rule.Category{
		{Name: "r/error", Level: rule.Error}, {Name: "r/note", Level: rule.Note}, {Name: "r/warning", Level: rule.Warning},
	}
	for _, c := range []struct {
		off   bool // by default
		flags map[string]string
		want  []string
	}{
		{false, nil, []string{"r/error", "r/warning"}},
		{false, map[string]string{"level": "note"}, []string{"r/error", "r/note", "r/warning"}},
		{false, map[string]string{"level": "error"}, []string{"r/error"}},
		{false, map[string]string{"strict": "true"}, []string{"r/error", "r/note", "r/warning"}},
		{true, nil, []string{"r/error", "r/note", "r/warning"}},
		{true, map[string]string{"level": "error"}, []string{"r/error"}},
	} {
		a := &analysis.Analyzer{Name: "r", Run: func(pass *analysis.Pass) (any, error) {
			for _, c := range categories {
				pass.Report(analysis.Diagnostic{Category: c.Name})
			}
			return "result", nil
		}}
		new(rule.Options).Register(a)
		single := rule.Single(&rule.Rule{Analyzer: a, Categories: categories, Default: !c.off})
		for name, value := range c.flags {
			if err := single.Flags.Set(name, value); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		result, err := single.Run(&analysis.Pass{Report: func(d analysis.Diagnostic) { got = append(got, d.Category) }})
		if err != nil || result != "result" || !slices.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v (%v, %v)", c.flags, got, c.want, result, err)
		}
		if err := single.Flags.Set("level", "fatal"); err == nil {
			t.Error("-level=fatal is taken")
		}
	}
}
