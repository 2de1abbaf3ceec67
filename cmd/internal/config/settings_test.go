package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/engine"
)

// settings are what a program hands over whose file has the text.
func settings(t *testing.T, text string) (*Settings, error) {
	t.Helper()
	var raw any
	if err := yaml.Unmarshal([]byte(text), &raw); err != nil {
		t.Fatal(err)
	}
	return ReadSettings("settings", raw)
}

// TestSettingsWin: key by key, what a program's own file says is put over the .jwtvet.yml.
func TestSettingsWin(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, FileName)
	write(t, name, "level: note\nstrict: true\nbaseline: old.json\nrules: {jwtkey: {enabled: false, levels: {weak: error}}, jwtsub: {options: {from: [path, query]}}}")
	write(t, filepath.Join(dir, "old.json"), "{}")
	s, err := settings(t, "config: "+name+"\nstrict: false\nlevel:\nrules: {jwtkey: {levels: {weak: note, empty: warning}}, jwtsub: {options: {from: [body]}}}")
	if err != nil {
		t.Fatal(err)
	}
	if s.File != name {
		t.Errorf("the file is %q", s.File)
	}
	file, err := For(s.File, dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Over(file)
	if err != nil {
		t.Fatal(err)
	}
	got, err := yaml.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	want := "level: note\nbaseline: " + filepath.Join(dir, "old.json") + `
rules:
    jwtkey:
        enabled: false
        levels:
            empty: warning
            weak: note
    jwtsub:
        options:
            from:
                - body
`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestContent changes with the configuration and with its baseline.
func TestContent(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	seen := make(map[string]bool)
	for _, baseline := range []string{"{}", "{} "} {
		write(t, filepath.Join(dir, "old.json"), baseline)
		for _, c := range []*Config{{Level: "note", Baseline: "old.json"}, {Baseline: "old.json"}} {
			text, err := c.Content()
			if err != nil || seen[text] {
				t.Errorf("%v: seen before: %q", err, text)
			}
			seen[text] = true
		}
	}
	if err := os.Remove("old.json"); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Config{Baseline: "old.json"}).Content(); err == nil {
		t.Error("a baseline that is not there is no error")
	}
}

// TestSettingsErrors names the settings and the key.
func TestSettingsErrors(t *testing.T) {
	for text, want := range map[string]string{
		"levl: note":                   `settings.levl: unknown key "levl": did you mean "level"?`,
		"confg: x.yml":                 `settings.confg: unknown key "confg": did you mean "config"?`,
		"level: [note]":                "settings.level: want text, not a list",
		"rules: {jwtkey: {levels: 3}}": "settings.rules.jwtkey.levels: want a mapping, not a number",
		"rules: {jwtkey: {on: true}}":  `settings.rules.jwtkey.on: unknown key "on"`,
		"[level]":                      "settings: want a mapping, not a list",
	} {
		if _, err := settings(t, text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q:\ngot  %v\nwant %s", text, err, want)
		}
	}
	if s, err := ReadSettings("settings", nil); err != nil || s.File != "" {
		t.Errorf("no settings: %v, %v", s, err)
	}
}

// TestSettingsKeepModels: what is wrong with a row of the file is told with its
// line, also where settings are put over it.
func TestSettingsKeepModels(t *testing.T) {
	file, err := parse("x.yml", []byte("models:\n  - package: example.com/a\n    funcs:\n      - {name: F, does: flies}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"level: note":                      "x.yml:4:",
		"models: [{package: example.com}]": "",
		"models: [{package: example.com, funcs: [{name: G, does: swims}]}]": "models[0].funcs[0].does: ",
	} {
		s, err := settings(t, text)
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Over(file)
		if err != nil {
			t.Fatal(err)
		}
		own := new(engine.Own)
		_, err = c.Apply(analyzers.With(own), own)
		if (err == nil) != (want == "") || err != nil && !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
