package bench

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/version"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

var update = flag.Bool("update", false, "write the budget as what is spent now")

// workload is what the budget is for: fixtures of all rules that seldom change
// and hold most of the shapes that the engine knows.
var workload = []string{
	"./jwtalg/confusable", "./jwtalg/gojose", "./jwtalg/legacy", "./jwtalg/pinned",
	"./jwtaud/callers", "./jwtaud/checked", "./jwtexp/accepted", "./jwtexp/issued", "./jwtexp/shadowed", "./jwtiss/checked",
	"./jwtkey/fallback", "./jwtkey/private", "./jwtkey/shapes", "./jwtkey/variables", "./jwtkid/header", "./jwtleak/log",
	"./jwtpanic/assertion", "./jwtsub/chi/...", "./jwtsub/echo5/...", "./jwtsub/identities/...", "./jwtsub/restful/...",
	"./jwttyp/ok", "./jwtverify/heeded", "./jwtverify/ignored", "./jwtverify/live",
}

// tolerance is the part that spending may differ by from the budget.
const tolerance = 0.1

// budget is what the workload may allocate, with a release of Go.
type budget struct {
	Go       string // 1.26, say: the standard library is a part of what is read
	Analysed int    // packages
	Lines    int    // of these
	Phases   map[driver.Phase]cost
}

// cost is what is allocated in all, collected or not.
type cost struct{ Bytes, Objects uint64 }

const budgetFile = "testdata/budget.json"

// TestBudget: reading and analysing the workload allocates what it did, within
// a tenth. Allocations are the same on every machine, as times are not.
func TestBudget(t *testing.T) {
	spend(t) // What is laid out once is no part of it: other tests may have caused it.
	got := spend(t)
	if *update {
		data, err := json.MarshalIndent(got, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(budgetFile, append(data, '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(budgetFile)
	if err != nil {
		t.Fatal(err)
	}
	var want budget
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	for _, line := range got.against(want) {
		if got.Go == want.Go {
			t.Error(line)
		} else {
			t.Logf("(with %s, for which there is no budget) %s", got.Go, line)
		}
	}
	t.Logf("%+v", got)
}

// against tells where the spending differs too much from a budget.
func (got budget) against(want budget) []string {
	var out []string
	for _, phase := range []driver.Phase{driver.Checking, driver.Analysing} {
		for _, c := range []struct {
			of        string
			got, want uint64
		}{
			{"bytes", got.Phases[phase].Bytes, want.Phases[phase].Bytes},
			{"objects", got.Phases[phase].Objects, want.Phases[phase].Objects},
		} {
			off := float64(c.got)/float64(c.want) - 1
			if math.Abs(off) <= tolerance {
				continue
			}
			advice := "find out why before you raise the budget"
			if off < 0 {
				advice = "tighten the budget"
			}
			out = append(out, fmt.Sprintf("%s allocates %d %s, %+.0f %% of the budget of %d; %s by go test ./cmd/internal/bench -run Budget -update",
				phase, c.got, c.of, 100*off, c.want, advice))
		}
	}
	if len(out) > 0 && got.Lines != want.Lines {
		out = append(out, fmt.Sprintf("the workload itself has changed: %d lines, the budget is for %d", got.Lines, want.Lines))
	}
	return out
}

// meter adds up what is allocated between the events of a run.
type meter struct {
	last   runtime.MemStats
	phases map[driver.Phase]cost
	read   []string // packages that the rules ran on
}

func (m *meter) see(e driver.Event) {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	c := m.phases[e.Phase]
	m.phases[e.Phase] = cost{c.Bytes + now.TotalAlloc - m.last.TotalAlloc, c.Objects + now.Mallocs - m.last.Mallocs}
	if e.Phase == driver.Analysing {
		m.read = append(m.read, e.Package)
	}
	m.last = now
}

// spend runs all rules on the workload, one package at a time, so that whatever
// is allocated until an event belongs to it.
func spend(t *testing.T) budget {
	t.Helper()
	// The same files are read on every machine.
	for name, value := range map[string]string{"GOOS": "linux", "GOARCH": "amd64", "CGO_ENABLED": "0", "GOFLAGS": "", "GOWORK": "off", "GOEXPERIMENT": ""} {
		t.Setenv(name, value)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	dir, err := filepath.Abs(filepath.FromSlash("../../../testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var rules []*analysis.Analyzer
	for _, r := range analyzers.All() {
		rules = append(rules, r.Analyzer)
	}
	m := &meter{phases: make(map[driver.Phase]cost)}
	runtime.GC() // Pools are empty.
	out, err := driver.Analyze(driver.Options{Dir: dir, Patterns: workload, Watch: m.see}, rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range out.Broken {
		t.Fatalf("%s is not analysed: %s", b.Path, b.Err)
	}
	if len(out.Diagnostics) == 0 {
		t.Fatal("nothing is found")
	}
	return m.budget(t, dir)
}

// budget is what has been spent.
func (m *meter) budget(t *testing.T, dir string) budget {
	t.Helper()
	tree := &tree{Dir: dir, Patterns: workload}
	if err := tree.list(t.Context()); err != nil {
		t.Fatal(err)
	}
	delete(m.phases, driver.Listing) // The go command's answer holds the paths of this machine.
	release := strings.TrimPrefix(version.Lang(runtime.Version()), "go")
	return budget{Go: release, Analysed: len(m.read), Lines: tree.Lines, Phases: m.phases}
}

// TestAgainst: a tenth more or less is let be, what is beyond it is told with
// what to do.
func TestAgainst(t *testing.T) {
	of := func(bytes, objects uint64, lines int) budget {
		return budget{Lines: lines, Phases: map[driver.Phase]cost{driver.Checking: {1000, 1000}, driver.Analysing: {bytes, objects}}}
	}
	for _, c := range []struct {
		got  budget
		want []string
	}{
		{of(1090, 910, 5), nil},
		{of(1150, 1000, 5), []string{"analyse allocates 1150 bytes, +15 % of the budget of 1000; find out why"}},
		{of(1000, 800, 5), []string{"analyse allocates 800 objects, -20 % of the budget of 1000; tighten the budget"}},
		{of(1000, 2000, 6), []string{"analyse allocates 2000 objects, +100 %", "the workload itself has changed: 6 lines, the budget is for 5"}},
	} {
		got := c.got.against(of(1000, 1000, 5))
		if len(got) != len(c.want) {
			t.Errorf("%+v: %q, want %q", c.got, got, c.want)
			continue
		}
		for i, line := range got {
			if !strings.HasPrefix(line, c.want[i]) {
				t.Errorf("%q, want %q", line, c.want[i])
			}
		}
	}
}
