package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// readmeBlock returns the first fenced block of a language after a heading.
func readmeBlock(t *testing.T, heading, language string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(data), "\n### "+heading+"\n")
	_, rest, opened := strings.Cut(rest, "```"+language+"\n")
	text, _, closed := strings.Cut(rest, "```")
	if !found || !opened || !closed {
		t.Fatalf("README.md has no %s block below %q", language, heading)
	}
	if lines := strings.Count(text, "\n"); lines > 9 {
		t.Errorf("%s: %d lines are no short way in", heading, lines)
	}
	return text
}

// TestReadmeGitHub: the README gives the action inputs that it has, what it
// needs to upload, and a job with them finds something.
func TestReadmeGitHub(t *testing.T) {
	var job struct {
		Permissions map[string]string
		Steps       []step
	}
	if err := yaml.Unmarshal([]byte(readmeBlock(t, "GitHub Actions", "yaml")), &job); err != nil {
		t.Fatal(err)
	}
	if job.Permissions["security-events"] != "write" || job.Permissions["contents"] != "read" {
		t.Errorf("permissions are %v", job.Permissions)
	}
	var used []string
	for _, s := range job.Steps {
		name, version, ok := strings.Cut(s.Uses, "@")
		if !ok || version == "" {
			t.Errorf("%q names no version", s.Uses)
		}
		used = append(used, name)
		if name != "jwtvet/jwtvet" {
			continue
		}
		done := runAction(t, readAction(t), scratch(t, nil), t.TempDir(), s.With)
		if done.failed != "result" || done.uploaded == "" {
			t.Errorf("got %+v", done)
		}
	}
	if want := []string{"actions/checkout", "actions/setup-go", "jwtvet/jwtvet"}; !slices.Equal(used, want) {
		t.Errorf("steps use %v, want %v", used, want)
	}
}

// TestReadmeGitLab runs the script of the README's job in a project with a
// finding, and looks for the report where the job says it is.
func TestReadmeGitLab(t *testing.T) {
	var jobs map[string]struct {
		Image     string
		Script    []string
		Artifacts struct {
			When    string
			Reports map[string]string
		}
	}
	if err := yaml.Unmarshal([]byte(readmeBlock(t, "GitLab CI", "yaml")), &jobs); err != nil {
		t.Fatal(err)
	}
	job := jobs["jwtvet"]
	if !strings.HasPrefix(job.Image, "golang:") || job.Artifacts.When != "always" || len(job.Script) == 0 {
		t.Fatalf("got %+v", job)
	}
	dir, bin := scratch(t, nil), t.TempDir()
	cmd := exec.Command("bash", "-eo", "pipefail", "-c", strings.Join(job.Script, "\n"))
	cmd.Dir = dir
	cmd.Env = append(realtool.Published(t, bin), "CI_PROJECT_DIR="+dir)
	if out, err := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != 3 {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, job.Artifacts.Reports["codequality"]))
	if err != nil {
		t.Fatal(err)
	}
	var issues []struct {
		CheckName string `json:"check_name"`
		Location  struct{ Path string }
	}
	if err := json.Unmarshal(data, &issues); err != nil {
		t.Fatal(err)
	}
	if len(issues) != 1 || issues[0].CheckName != "jwtkey/hardcoded" || issues[0].Location.Path != "good/good.go" {
		t.Errorf("got %+v", issues)
	}
}
