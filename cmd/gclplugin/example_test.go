package gclplugin

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
	"github.com/jwtvet/jwtvet/passes/rule"
)

var update = flag.Bool("update", false, "write the generated parts of .golangci.example.yml")

// example returns the example, with its generated parts as they have to be.
func example(t *testing.T) (text, want string) {
	t.Helper()
	data, err := os.ReadFile(examplePath(t))
	if err != nil {
		t.Fatal(err)
	}
	text = string(data)
	want = between(t, text, "rules", rulesPart())
	return text, between(t, want, "severities", severities(rule.Error)+severities(rule.Note))
}

func examplePath(t *testing.T) string {
	return filepath.Join(realtool.Root(t), ".golangci.example.yml")
}

// between replaces what stands between the markers of a part.
func between(t *testing.T, text, part, content string) string {
	t.Helper()
	before, rest, opened := strings.Cut(text, "# BEGIN "+part)
	line, rest, _ := strings.Cut(rest, "\n")
	old, after, closed := strings.Cut(rest, "# END "+part)
	if !opened || !closed {
		t.Fatalf("the example has no markers for %s", part)
	}
	indent := old[strings.LastIndex(old, "\n")+1:]
	return before + "# BEGIN " + part + line + "\n" + content + indent + "# END " + part + after
}

// rulesPart lists the rules with their categories and options, in comments.
func rulesPart() string {
	var b strings.Builder
	add := func(depth int, format string, args ...any) {
		fmt.Fprintf(&b, "          # %s%s\n", strings.Repeat("  ", depth), fmt.Sprintf(format, args...))
	}
	for _, r := range analyzers.All() {
		title, _, _ := strings.Cut(r.Doc, "\n")
		add(1, "%s: # %s", r.Name, title)
		add(2, "enabled: %t", r.Default)
		add(2, "levels: # note, warning, error or off")
		for _, c := range r.Categories {
			add(3, "%s: %s # %s", strings.TrimPrefix(c.Name, r.Name+"/"), c.Level, c.Title)
		}
		add(2, "options:")
		r.Flags.VisitAll(func(f *flag.Flag) { add(3, "%s: %s # %s", f.Name, f.DefValue, f.Usage) })
	}
	return strings.ReplaceAll(b.String(), ":  #", ": #")
}

// severities maps the categories of a level for golangci-lint.
func severities(level rule.Level) string {
	var names []string
	for _, r := range analyzers.All() {
		for _, c := range r.Categories {
			if c.Level == level {
				names = append(names, c.Name)
			}
		}
	}
	return fmt.Sprintf("    - linters: [%s]\n      severity: %s\n      text: '\\((%s)\\)'\n", name, level, strings.Join(names, "|"))
}

// TestExample: the example lists every rule, category and option there is.
func TestExample(t *testing.T) {
	text, want := example(t)
	if text == want {
		return
	}
	if !*update {
		t.Fatal(".golangci.example.yml is stale; run go test ./cmd/gclplugin -update")
	}
	if err := os.WriteFile(examplePath(t), []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// uncommented is the example with the settings of its comments set.
func uncommented(t *testing.T) string {
	t.Helper()
	text, _ := example(t)
	head, rest, found := strings.Cut(text, "          #\n")
	if !found {
		t.Fatal("the example has no empty comment in front of its settings")
	}
	block, tail, _ := strings.Cut(rest, "          # END")
	block = strings.ReplaceAll(block, "          # ", "          ")
	return head + strings.ReplaceAll(block, "BEGIN rules", "# BEGIN rules") + "          # END" + tail
}

// TestExampleDefaults: what the comments of the example set is what holds
// without them, and no setting is missing there.
func TestExampleDefaults(t *testing.T) {
	var file struct {
		Linters struct {
			Settings struct {
				Custom map[string]struct{ Settings map[string]any }
			}
		}
	}
	if err := yaml.Unmarshal([]byte(uncommented(t)), &file); err != nil {
		t.Fatal(err)
	}
	raw := file.Linters.Settings.Custom[name].Settings
	t.Chdir(t.TempDir())
	if got, want := effective(t, raw), effective(t, nil); got != want {
		t.Errorf("with the settings in the example's comments\n%s\nwithout\n%s", got, want)
	}
	for _, key := range keys(reflect.TypeFor[config.Settings]()) {
		if _, ok := raw[key]; !ok {
			t.Errorf("the example does not show the setting %s", key)
		}
	}
}

// effective is the configuration that settings lead to, as it is printed.
func effective(t *testing.T, raw any) string {
	t.Helper()
	s, err := config.ReadSettings("settings", raw)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Over(new(config.Config))
	if err != nil {
		t.Fatal(err)
	}
	plan, _, err := plan(c)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := plan.Print(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// keys lists the YAML keys of a struct.
func keys(t reflect.Type) (out []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if strings.Contains(options, "inline") {
			out = append(out, keys(f.Type)...)
		} else if key != "" {
			out = append(out, key)
		}
	}
	return slices.Sorted(slices.Values(out))
}
