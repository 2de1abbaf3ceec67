package config

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// load parses a file's text and applies it to fresh rules.
func load(text string) (*Plan, *Config, error) {
	c, err := parse("x.yml", []byte(text))
	if err != nil {
		return nil, nil, err
	}
	own := new(engine.Own)
	p, err := c.Apply(analyzers.With(own), own)
	return p, c, err
}

// TestErrors: each mistake is told in one line, with the place and what was
// meant; the schema does not accept it either, unless it is beyond a schema.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"levl: note":                    `x.yml:1:1: unknown key "levl": did you mean "level"?`,
		"strict: true\nlevel: warn":     `x.yml:2:1: unknown level "warn": want note, warning or error`,
		"level: 3":                      "x.yml:1:8: want text, not a number",
		"tests: [a]":                    "x.yml:1:8: want true or false, not a list",
		"strict: true\nstrict: false":   `x.yml:2:1: key "strict" stands here twice`,
		"rules: {jwtsbu: {}}":           `x.yml:1:9: unknown rule "jwtsbu": did you mean "jwtsub"?`,
		"rules: {jwtsub: off}":          "x.yml:1:17: want a mapping, not text",
		"rules: {jwtsub: {enable: no}}": `x.yml:1:18: unknown key "enable": did you mean "enabled"?`,
		"rules:\n  jwtsub:\n    levels:\n      weak: note":                       `x.yml:4:7: rule jwtsub has no category "weak"`,
		"rules: {jwtkey: {levels: {weak: of}}}":                                  `x.yml:1:27: unknown level "of": want note, warning, error or off`,
		"rules: {jwtsub: {options: {form: [path]}}}":                             `x.yml:1:28: rule jwtsub has no option "form": did you mean "from"?`,
		"rules: {jwtsub: {options: {from: [header]}}}":                           "x.yml:1:28: option from of jwtsub: ",
		"rules: {jwtsub: {options: {from: {a: b}}}}":                             "x.yml:1:28: option from of jwtsub: want a text",
		"rules: {jwtsub: {options: {public: [1]}}}":                              "x.yml:1:28: option public of jwtsub: want a list of texts",
		"models: [{package: a, funcs: [{name: F, does: verifys}]}]":              "x.yml:1:41: F: nothing does \"verifys\"",
		"models: [{package: a, funcs: [{name: F, does: verifies, tokn: 0}]}]":    `x.yml:1:57: unknown key "tokn": did you mean "token"?`,
		"models: [{package: a, funcs: [{name: F, does: verifies, token: [0]}]}]": "x.yml:1:64: want text, not a list",
		"models: [{package: a, types: [{name: T, is: contxt}]}]":                 "x.yml:1:41: T: a type is no \"contxt\"",
		"rules: [":               "x.yml: line 1: ",
		"level: note\n---\na: b": "x.yml: more than one YAML document",
		"- level":                "x.yml:1:1: want a mapping, not a list",
	} {
		_, _, err := load(text)
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q:\ngot  %v\nwant %s", text, err, want)
		}
		beyond := strings.Contains(text, "strict: false") || strings.Contains(text, "---") || strings.Contains(text, "header")
		if !beyond && accepts(t, text) {
			t.Errorf("the schema accepts %q", text)
		}
	}
}

// TestEffect: what is written is what holds, and what is printed says the same.
func TestEffect(t *testing.T) {
	const text = `
level: note
rules:
  jwtaud: {enabled: false}
  jwtkey: {levels: {weak: "off", hardcoded: warning}}
  jwtsub: {options: {from: [path, query], roles: boss}}
`
	p, c, err := load(text)
	if err != nil {
		t.Fatal(err)
	}
	if !accepts(t, text) {
		t.Error("the schema does not accept the file")
	}
	checkEffect(t, p)
	var out bytes.Buffer
	if err := p.Print(&out, c); err != nil {
		t.Fatal(err)
	}
	again, _, err := load(out.String())
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if !accepts(t, out.String()) {
		t.Errorf("the schema does not accept what is printed:\n%s", out.String())
	}
	checkEffect(t, again)
}

func checkEffect(t *testing.T, p *Plan) {
	t.Helper()
	byName := make(map[string]*rule.Rule)
	for _, r := range p.Rules() {
		byName[r.Name] = r
	}
	if byName["jwtaud"] != nil || byName["jwtiss"] == nil {
		t.Error("the rules that run are not those asked for")
	}
	for name, want := range map[string]rule.Level{"jwtkey/weak": 0, "jwtkey/hardcoded": rule.Warning, "jwtkey/empty": rule.Error, "jwtalg/unseen": rule.Note} {
		r := byName[name[:6]]
		c, _ := r.Category(name)
		if level, reported := p.LevelOf(r, c); level != want || reported != (want != 0) {
			t.Errorf("%s: level %v, reported: %v", name, level, reported)
		}
	}
	sub := byName["jwtsub"].Flags
	if from, roles := sub.Lookup("from").Value.String(), sub.Lookup("roles").Value.String(); from != "path,query" || roles != "boss" {
		t.Errorf("options of jwtsub: from %s, roles %s", from, roles)
	}
}

// TestNothing: files that say nothing leave everything as it is.
func TestNothing(t *testing.T) {
	running := slices.DeleteFunc(analyzers.All(), func(r *rule.Rule) bool { return !r.Default })
	for _, text := range []string{"", "# nothing\n", "---\n", "rules:\n", "level:\n"} {
		p, _, err := load(text)
		if err != nil || p.Level != rule.Warning || len(p.Rules()) != len(running) {
			t.Errorf("%q: %v, %+v", text, err, p)
		}
	}
}

// TestFind looks upwards, and takes what the environment names instead.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	top := filepath.Join(dir, FileName)
	write(t, top, "level: note")
	for from, want := range map[string]string{dir: top, deep: top} {
		if got, err := Find(from); err != nil || got != want {
			t.Errorf("%s: %s, %v", from, got, err)
		}
	}
	near := filepath.Join(deep, FileName)
	write(t, near, "")
	if got, err := Find(deep); err != nil || got != near {
		t.Errorf("%s, %v", got, err)
	}
	t.Setenv(Variable, top)
	if got, err := Find(deep); err != nil || got != top {
		t.Errorf("%s, %v", got, err)
	}
	t.Setenv(Variable, "relative.yml")
	if _, err := Find(deep); err == nil || !strings.Contains(err.Error(), "want the full path") {
		t.Error(err)
	}
}

// TestUnusable: a file that is there and cannot be read is an error, not passed over.
func TestUnusable(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, FileName), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := For("", dir); err == nil || !strings.Contains(err.Error(), FileName) {
		t.Errorf("a folder of that name: %v", err)
	}
	dir = t.TempDir()
	if err := os.Symlink("nowhere", filepath.Join(dir, FileName)); err != nil {
		t.Fatal(err)
	}
	if _, err := For("", dir); err == nil || !strings.Contains(err.Error(), FileName) {
		t.Errorf("a dangling link: %v", err)
	}
}

// TestHash changes with the file and with its baseline, and refuses a file
// that the units of go vet would not find.
func TestHash(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module m\n")
	hash := func(from string) string {
		var out bytes.Buffer
		if err := Hash(&out, from); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	seen := map[string]bool{hash(dir): true}
	for _, content := range []string{"level: note", "level: error", "baseline: b.json"} {
		write(t, filepath.Join(dir, "b.json"), "{}")
		write(t, filepath.Join(dir, FileName), content)
		if h := hash(dir); seen[h] {
			t.Errorf("%s: the same hash", content)
		} else {
			seen[h] = true
		}
	}
	write(t, filepath.Join(dir, "b.json"), "{} ")
	if seen[hash(dir)] {
		t.Error("another baseline, the same hash")
	}
	sub := filepath.Join(dir, "sub")
	if err := os.Mkdir(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(sub, FileName), "")
	if err := Hash(new(bytes.Buffer), sub); err == nil || !strings.Contains(err.Error(), "beside go.mod") {
		t.Error(err)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
