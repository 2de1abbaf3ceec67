package config

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/invopop/jsonschema"
	"github.com/xeipuuv/gojsonschema"
	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/rule"
)

var update = flag.Bool("update", false, "write schema.json")

// TestSchema: schema.json is what the types and the registry say now.
func TestSchema(t *testing.T) {
	name, err := filepath.Abs("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(schema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if got := string(data) + "\n"; got != Schema {
		if !*update {
			t.Fatal("schema.json is stale; run go test ./cmd/internal/config -update")
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// schema is made from the types and their comments; rules, categories and
// options, which the types leave open, come from the registry.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	r := &jsonschema.Reflector{ExpandedStruct: true, Anonymous: true, Mapper: words}
	t.Chdir("../../..")
	for _, dir := range []string{"./cmd/internal/config", "./passes/engine"} {
		if err := r.AddGoComments("github.com/jwtvet/jwtvet", dir); err != nil {
			t.Fatal(err)
		}
	}
	s := r.Reflect(new(Config))
	s.Version = "http://json-schema.org/draft-07/schema#"
	s.Title = ".jwtvet.yml"
	level, _ := s.Properties.Get("level")
	level.Enum = []any{"note", "warning", "error"}
	rules, _ := s.Properties.Get("rules")
	rules.AdditionalProperties = jsonschema.FalseSchema
	rules.Properties = jsonschema.NewProperties()
	for _, r := range analyzers.All() {
		rules.Properties.Set(r.Name, ruleSchema(r))
	}
	delete(s.Definitions, "Rule")
	is, _ := s.Definitions["Type"].Properties.Get("is")
	for _, w := range engine.TypeWords() {
		is.Enum = append(is.Enum, w.Word)
	}
	return s
}

// words are the schemas of the types whose values are words of the models.
func words(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[engine.Position]():
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
			{Type: "integer", Minimum: "0"}, {Type: "string", Pattern: "^([0-9]+|receiver|result [0-9]+)$"},
		}}
	case reflect.TypeFor[engine.Role]():
		s := new(jsonschema.Schema)
		for _, r := range engine.Roles() {
			s.Enum = append(s.Enum, r.Word)
		}
		return s
	}
	return nil
}

func ruleSchema(r *rule.Rule) *jsonschema.Schema {
	levels, options := jsonschema.NewProperties(), jsonschema.NewProperties()
	for _, c := range r.Categories {
		slug := strings.TrimPrefix(c.Name, r.Name+"/")
		levels.Set(slug, &jsonschema.Schema{Enum: []any{"note", "warning", "error", off}, Description: c.Title})
	}
	r.Flags.VisitAll(func(f *flag.Flag) {
		options.Set(f.Name, &jsonschema.Schema{Description: f.Usage, AnyOf: []*jsonschema.Schema{
			{Type: "string"}, {Type: "number"}, {Type: "boolean"}, {Type: "array", Items: &jsonschema.Schema{Type: "string"}},
		}})
	})
	title, _, _ := strings.Cut(r.Doc, "\n")
	all := jsonschema.NewProperties()
	all.Set("enabled", &jsonschema.Schema{Type: "boolean"})
	all.Set("levels", &jsonschema.Schema{Type: "object", Properties: levels, AdditionalProperties: jsonschema.FalseSchema})
	all.Set("options", &jsonschema.Schema{Type: "object", Properties: options, AdditionalProperties: jsonschema.FalseSchema})
	return &jsonschema.Schema{Type: "object", Description: title, Properties: all, AdditionalProperties: jsonschema.FalseSchema}
}

// accepts reports whether the schema accepts the text of a file.
func accepts(t *testing.T, text string) bool {
	t.Helper()
	var value any
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		return false
	}
	if value == nil {
		value = map[string]any{}
	}
	result, err := gojsonschema.Validate(gojsonschema.NewStringLoader(Schema), gojsonschema.NewGoLoader(value))
	if err != nil {
		t.Fatal(err)
	}
	return result.Valid()
}
