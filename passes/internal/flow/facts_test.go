package flow_test

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// maxFactBytes bounds a fact on its own: it is written for every importer.
const maxFactBytes = 16 << 10

// TestFacts encodes every fact of the fixtures as drivers do: what comes back is
// the same, encoding it again gives the same bytes, and none is large.
func TestFacts(t *testing.T) {
	dir := checktest.Dir(t)
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{flow.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	kinds := make(map[reflect.Type]int)
	for act := range graph.All() {
		for _, of := range act.AllObjectFacts() {
			kinds[reflect.TypeOf(of.Fact)]++
			roundTrip(t, of.Object.String(), of.Fact)
		}
		for _, of := range act.AllPackageFacts() {
			kinds[reflect.TypeOf(of.Fact)]++
			roundTrip(t, of.Package.Path(), of.Fact)
		}
	}
	for _, fact := range flow.Analyzer.FactTypes {
		if kinds[reflect.TypeOf(fact)] == 0 {
			t.Errorf("the fixtures export no %T", fact)
		}
	}
}

func roundTrip(t *testing.T, name string, fact analysis.Fact) {
	t.Helper()
	data := encode(t, fact)
	if len(data) > maxFactBytes {
		t.Errorf("%s: %T has %d bytes", name, fact, len(data))
	}
	back := reflect.New(reflect.TypeOf(fact).Elem()).Interface().(analysis.Fact)
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(back); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if !bytes.Equal(encode(t, back), data) || !bytes.Equal(encode(t, fact), data) {
		t.Errorf("%s: %T does not come back as it was", name, fact)
	}
}

func encode(t *testing.T, fact analysis.Fact) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
