package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"go.yaml.in/yaml/v3"
)

// action is action.yml: a composite action of GitHub.
type action struct {
	Name, Description string
	Inputs            map[string]struct{ Description, Default string }
	Outputs           map[string]struct{ Description, Value string }
	Runs              struct {
		Using string
		Steps []step
	}
}

// step is one of an action or of a job.
type step struct {
	ID, If, Uses, Run, Shell string
	Dir                      string `yaml:"working-directory"`
	Env, With                map[string]string
}

func readAction(t *testing.T) action {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var a action
	if err := yaml.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

var (
	inputRef  = regexp.MustCompile(`inputs\.([\w-]+)`)
	outputRef = regexp.MustCompile(`steps\.([\w-]+)\.outputs\.([\w-]+)`)
)

// TestActionShape: what GitHub asks of a composite action, and that nothing of
// the caller's is put into a script.
func TestActionShape(t *testing.T) {
	a := readAction(t)
	if a.Name == "" || a.Description == "" || a.Runs.Using != "composite" || len(a.Runs.Steps) == 0 {
		t.Fatalf("not a composite action: %+v", a)
	}
	used := make(map[string]bool)
	scripts := make(map[string]string)
	for _, s := range a.Runs.Steps {
		if (s.Run == "") == (s.Uses == "") || (s.Run == "") != (s.Shell == "") {
			t.Errorf("step %s: want either uses, or run with a shell: %+v", s.ID, s)
		}
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %s puts an expression into its script; hand it on by env", s.ID)
		}
		expressions := []string{s.If, s.Dir}
		for _, values := range []map[string]string{s.Env, s.With} {
			for _, value := range values {
				expressions = append(expressions, value)
			}
		}
		for _, m := range inputRef.FindAllStringSubmatch(strings.Join(expressions, " "), -1) {
			used[m[1]] = true
			if _, ok := a.Inputs[m[1]]; !ok {
				t.Errorf("step %s uses the input %s, which is not declared", s.ID, m[1])
			}
		}
		checkOutputs(t, s.ID, strings.Join(expressions, " "), scripts)
		scripts[s.ID] = s.Run
	}
	for name, in := range a.Inputs {
		if !used[name] || in.Description == "" {
			t.Errorf("input %s is not used or not described", name)
		}
	}
	for name, out := range a.Outputs {
		checkOutputs(t, "output "+name, out.Value, scripts)
	}
}

// checkOutputs: outputs are read of earlier steps that write them.
func checkOutputs(t *testing.T, of, text string, scripts map[string]string) {
	t.Helper()
	for _, m := range outputRef.FindAllStringSubmatch(text, -1) {
		if !strings.Contains(scripts[m[1]], m[2]+"=%s") {
			t.Errorf("%s reads %s, which no earlier step writes", of, m[0])
		}
	}
}

// TestAction runs the action as GitHub would: each step's script by bash, with
// the inputs in its environment.
func TestAction(t *testing.T) {
	dir := scratch(t, map[string]string{"clean/clean.go": "package clean\n\nimport _ \"github.com/golang-jwt/jwt/v5\"\n"})
	temp := t.TempDir() // One for all, so that the tool is linked once.
	broken := "package broken\n\nimport _ \"example.org/nowhere\"\n"
	for name, c := range map[string]struct {
		inputs           map[string]string
		failed           string // the step that fails the job
		findings, upload string
		results          int
		log              string
	}{
		"findings":                {nil, "result", "true", "uploaded", 1, "good/good.go:6:88: error: "},
		"no findings":             {map[string]string{"packages": "./clean"}, "", "false", "uploaded", 0, ""},
		"findings are tolerated":  {map[string]string{"fail-on-findings": "false"}, "", "true", "uploaded", 1, "error: "},
		"annotations":             {map[string]string{"upload": "false"}, "result", "true", "", 1, "::error file=good/good.go,line=6,"},
		"flags":                   {map[string]string{"args": "-tests\n  -jwtkey=false"}, "", "false", "uploaded", 0, ""},
		"two patterns":            {map[string]string{"packages": "./clean ./good"}, "result", "true", "uploaded", 1, "error: "},
		"another file":            {map[string]string{"sarif-file": "out/a log.sarif"}, "result", "true", "uploaded", 1, "error: "},
		"a folder":                {map[string]string{"working-directory": "good", "packages": "."}, "result", "true", "uploaded", 1, "good.go:6:88"},
		"unknown flag":            {map[string]string{"args": "-unheard-of"}, "run", "", "", 0, "-unheard-of"},
		"broken package":          {map[string]string{"packages": "./broken"}, "run", "", "", 0, "example.org/nowhere"},
		"a command in an input":   {map[string]string{"args": `$(touch pwned) ; touch pwned ` + "`touch pwned`"}, "run", "", "", 0, "$(touch"},
		"a command in a pattern":  {map[string]string{"packages": `./clean"; touch pwned; "`}, "run", "", "", 0, "pwned"},
		"an output in the inputs": {map[string]string{"sarif-file": "x.sarif\nfindings=maybe"}, "result", "true", "uploaded", 1, "error: "},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "broken package" {
				write(t, filepath.Join(dir, "broken", "broken.go"), broken)
				defer os.RemoveAll(filepath.Join(dir, "broken")) //nolint:errcheck // The folder goes anyway.
			}
			job := runAction(t, readAction(t), dir, temp, c.inputs)
			if job.failed != c.failed || job.outputs["findings"] != c.findings || !strings.Contains(job.log, c.log) {
				t.Errorf("got %+v", job)
			}
			if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
				t.Error("an input was run")
			}
			if (job.uploaded != "") != (c.upload != "") {
				t.Fatalf("uploaded %q", job.uploaded)
			}
			if c.findings != "" {
				checkLog(t, job.outputs["sarif-file"], c.results)
			}
		})
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkLog validates a SARIF log, counts its results, and looks at the names of files.
func checkLog(t *testing.T, name string, results int) {
	t.Helper()
	log, err := sarif.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := log.Validate(); err != nil {
		t.Error(err)
	}
	got := log.Runs[0].Results
	if len(got) != results {
		t.Fatalf("%d results, want %d", len(got), results)
	}
	if results > 0 {
		if uri := *got[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "good/good.go" {
			t.Errorf("the file is %s, not relative to the workspace", uri)
		}
	}
}

// TestActionSteps: the names of steps are unique, since outputs are read by them.
func TestActionSteps(t *testing.T) {
	var ids []string
	for _, s := range readAction(t).Runs.Steps {
		ids = append(ids, s.ID)
	}
	slices.Sort(ids)
	if slices.Contains(ids, "") || len(slices.Compact(ids)) != len(readAction(t).Runs.Steps) {
		t.Errorf("steps without a name of their own: %v", ids)
	}
}
