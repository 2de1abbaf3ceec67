package jwtignore_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtignore"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// together is one analyzer that reports what the rules do: analysistest runs
// one, and holds it to all want comments of a file.
func together(rules []*rule.Rule) *analysis.Analyzer {
	all := &analysis.Analyzer{Name: "together", Doc: "run the rules"}
	inside := make(map[*analysis.Analyzer]bool)
	for _, r := range rules {
		inside[r.Analyzer] = true
	}
	var order []*analysis.Analyzer
	for _, r := range rules {
		if r.Beside != nil { // Needs the results of the others.
			order = append(order, r.Analyzer)
		} else {
			order = append([]*analysis.Analyzer{r.Analyzer}, order...)
		}
		for _, req := range r.Requires {
			if !inside[req] {
				all.Requires = append(all.Requires, req)
			}
		}
	}
	all.Run = func(pass *analysis.Pass) (any, error) {
		results := maps.Clone(pass.ResultOf)
		for _, a := range order {
			one := *pass
			one.Analyzer, one.ResultOf = a, results
			one.Report = func(d analysis.Diagnostic) {
				if d.Category != "jwtexp/not-required" { // A note about almost every line here, which none is for.
					pass.Report(d)
				}
			}
			result, err := a.Run(&one)
			if err != nil {
				return nil, err
			}
			results[a] = result
		}
		return nil, nil
	}
	return all
}

// places are the fixtures that need no options.
var places = []string{
	"./jwtignore/lineends", "./jwtignore/malformed", "./jwtignore/places", "./jwtignore/routes/...", "./jwtignore/unused", "./jwtignore/wholefile",
}

func Test(t *testing.T) {
	byDefault := analyzers.Select(analyzers.All(), func(r *rule.Rule) bool { return r.Default })
	checktest.Run(t, together(byDefault), places...)
}

// TestTests: with -tests, test files are looked at like any others.
func TestTests(t *testing.T) {
	checktest.Run(t, together(with(t, "tests", analyzers.All())), "./jwtignore/suite")
}

func with(t *testing.T, flag string, rules []*rule.Rule) []*rule.Rule {
	t.Helper()
	for _, r := range rules {
		if err := r.Flags.Set(flag, "true"); err != nil {
			t.Fatal(err)
		}
	}
	return rules
}

// TestAlone: without knowing of each other, as nogo runs them, the rules find
// what they find together. Only what needs the others' names or findings cannot be told.
func TestAlone(t *testing.T) {
	want := findings(t, "./jwtignore/...", analyzers.All())
	alone := analyzers.Select(analyzers.All(), func(r *rule.Rule) bool { return r.Beside == nil })
	engine := alone[0].Requires[0]
	alone = append(alone, jwtignore.New(engine))
	got := findings(t, "./jwtignore/...", alone)
	want = slices.DeleteFunc(want, func(f string) bool {
		return strings.Contains(f, "(jwtignore/unused)") || strings.Contains(f, ": unknown rule ") || strings.Contains(f, ": unknown category ")
	})
	if len(want) < 40 || !slices.Equal(got, want) {
		t.Errorf("together:\n%s\n\nalone:\n%s", strings.Join(want, "\n"), strings.Join(got, "\n"))
	}
}

// findings runs rules with the driver of x/tools.
func findings(t *testing.T, pattern string, rules []*rule.Rule) (out []string) {
	t.Helper()
	var all []*analysis.Analyzer
	for _, r := range rules {
		all = append(all, r.Analyzer)
	}
	for _, act := range checktest.Analyze(t, all, pattern).Roots {
		if act.Err != nil {
			t.Error(act.Err)
		}
		for _, d := range act.Diagnostics {
			out = append(out, act.Package.Fset.Position(d.Pos).String()+": "+d.Message)
		}
	}
	slices.Sort(out)
	return out
}

// TestSome: the rule asks only those that run, and says nothing of the others.
func TestSome(t *testing.T) {
	some := analyzers.Select(analyzers.All(), func(r *rule.Rule) bool { return r.Name == "jwtiss" || r.Name == "jwtignore" })
	for _, r := range some {
		for _, req := range r.Requires {
			if req.Name == "jwtaud" || req.Name == "jwtkey" || req.Name == "jwtsub" {
				t.Errorf("%s requires %s, which is switched off", r.Name, req.Name)
			}
		}
	}
	got := findings(t, "./jwtignore/unused", some)
	if len(got) != 1 || !strings.Contains(got[0], "no finding of jwtiss is silenced here") {
		t.Errorf("not one finding, about jwtiss:\n%s", strings.Join(got, "\n"))
	}
}

// TestStrictUses: with -strict the findings that the comments were kept for are
// there, and the comments silence them.
func TestStrictUses(t *testing.T) {
	checktest.Run(t, together(with(t, "strict", analyzers.All())), "./jwtignore/unused")
}
