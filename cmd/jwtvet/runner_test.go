package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// job is what came of an action: a stand-in for GitHub's runner, which knows as
// much of its expressions as the action uses.
type job struct {
	failed   string            // the step that failed, "" if none
	log      string            // all output
	outputs  map[string]string // of the action
	uploaded string            // the file that upload-sarif was given

	context map[string]string // what expressions can name
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// evaluate replaces the expressions in a text.
func (j *job) evaluate(t *testing.T, text string) string {
	t.Helper()
	return expression.ReplaceAllStringFunc(text, func(match string) string {
		name := expression.FindStringSubmatch(match)[1]
		value, ok := j.context[name]
		if !ok && !strings.HasPrefix(name, "steps.") {
			t.Fatalf("nobody knows %s", name)
		}
		return value
	})
}

// holds evaluates a condition: comparisons with a text, all of which have to hold.
func (j *job) holds(t *testing.T, condition string) bool {
	t.Helper()
	if condition == "" {
		return true
	}
	m := expression.FindStringSubmatch(condition)
	if m == nil {
		t.Fatalf("not an expression: %s", condition)
	}
	for part := range strings.SplitSeq(m[1], "&&") {
		left, right, ok := strings.Cut(part, "==")
		right = strings.TrimSpace(right)
		if !ok || len(right) < 2 || right[0] != '\'' {
			t.Fatalf("not a comparison: %s", part)
		}
		if j.evaluate(t, "${{ "+strings.TrimSpace(left)+" }}") != strings.Trim(right, "'") {
			return false
		}
	}
	return true
}

// runAction runs the steps of an action in a workspace. The folder temp is the
// runner's for what steps hand on to each other.
func runAction(t *testing.T, a action, workspace, temp string, inputs map[string]string) *job {
	t.Helper()
	j := &job{outputs: make(map[string]string), context: make(map[string]string)}
	for name, in := range a.Inputs {
		j.context["inputs."+name] = in.Default
	}
	for name, value := range inputs {
		if _, ok := a.Inputs[name]; !ok {
			t.Fatalf("the action has no input %s", name)
		}
		j.context["inputs."+name] = value
	}
	for _, s := range a.Runs.Steps {
		if !j.holds(t, s.If) {
			continue
		}
		if s.Uses != "" {
			j.uploaded = j.evaluate(t, s.With["sarif_file"])
			if _, err := os.Stat(j.uploaded); err != nil {
				t.Errorf("step %s is given no file: %v", s.ID, err)
			}
			continue
		}
		if !j.script(t, s, workspace, temp) {
			j.failed = s.ID
			break
		}
	}
	for name, out := range a.Outputs {
		j.outputs[name] = j.evaluate(t, out.Value)
	}
	return j
}

// script runs the script of a step, with the options that GitHub gives to bash.
func (j *job) script(t *testing.T, s step, workspace, temp string) bool {
	t.Helper()
	file, output := filepath.Join(temp, s.ID+".sh"), filepath.Join(temp, s.ID+".out")
	write(t, file, s.Run)
	write(t, output, "")
	path, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	env := map[string]string{
		"GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": path, "GITHUB_WORKSPACE": workspace,
		"GITHUB_OUTPUT": output, "RUNNER_TEMP": temp,
	}
	for name, value := range s.Env {
		env[name] = j.evaluate(t, value)
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", file)
	cmd.Dir = filepath.Join(workspace, j.evaluate(t, s.Dir))
	cmd.Env = os.Environ()
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	out, err := cmd.CombinedOutput()
	j.log += string(out)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	written, readErr := os.ReadFile(output)
	if readErr != nil {
		t.Fatal(readErr)
	}
	for line := range strings.Lines(string(written)) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		j.context["steps."+s.ID+".outputs."+name] = value
	}
	return err == nil
}
