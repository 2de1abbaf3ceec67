package checktest

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Facts runs an engine on all fixtures and encodes every fact as drivers do:
// what comes back is the same, encoding it again gives the same bytes, and none
// is larger than maxBytes, since it is written for every importer.
func Facts(t *testing.T, engine *analysis.Analyzer, maxBytes int) {
	t.Helper()
	graph := Analyze(t, []*analysis.Analyzer{engine}, "./...")
	kinds := make(map[reflect.Type]int)
	for act := range graph.All() {
		for _, of := range act.AllObjectFacts() {
			kinds[reflect.TypeOf(of.Fact)]++
			roundTrip(t, of.Object.String(), of.Fact, maxBytes)
		}
		for _, of := range act.AllPackageFacts() {
			kinds[reflect.TypeOf(of.Fact)]++
			roundTrip(t, of.Package.Path(), of.Fact, maxBytes)
		}
	}
	for _, fact := range engine.FactTypes {
		if kinds[reflect.TypeOf(fact)] == 0 {
			t.Errorf("the fixtures export no %T", fact)
		}
	}
}

func roundTrip(t *testing.T, name string, fact analysis.Fact, maxBytes int) {
	t.Helper()
	data := Encode(t, fact)
	if len(data) > maxBytes {
		t.Errorf("%s: %T has %d bytes", name, fact, len(data))
	}
	back := reflect.New(reflect.TypeOf(fact).Elem()).Interface().(analysis.Fact)
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(back); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if !bytes.Equal(Encode(t, back), data) || !bytes.Equal(Encode(t, fact), data) {
		t.Errorf("%s: %T does not come back as it was", name, fact)
	}
	if field := hidden(reflect.ValueOf(fact)); field != "" {
		t.Errorf("%s: %T has something in %s, which drivers that encode facts lose and others keep", name, fact, field)
	}
}

// hidden names a field of a value, or of a part of it, that is not exported and
// not zero; "" if there is none.
func hidden(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return hidden(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if field := hidden(v.Index(i)); field != "" {
				return field
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() {
				if !v.Field(i).IsZero() {
					return v.Type().Name() + "." + f.Name
				}
			} else if field := hidden(v.Field(i)); field != "" {
				return field
			}
		}
	}
	return ""
}

// Encode returns a fact as drivers write it.
func Encode(t *testing.T, fact analysis.Fact) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(fact); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
