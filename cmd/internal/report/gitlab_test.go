package report

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// gitlabSchema says what GitLab's documentation asks of a code quality report.
const gitlabSchema = `{
  "type": "array",
  "items": {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "additionalProperties": false,
    "properties": {
      "description": {"type": "string", "minLength": 1},
      "check_name": {"type": "string", "minLength": 1},
      "fingerprint": {"type": "string", "minLength": 1},
      "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
      "location": {
        "type": "object",
        "required": ["path", "lines"],
        "additionalProperties": false,
        "properties": {
          "path": {"type": "string", "pattern": "^[^./]"},
          "lines": {
            "type": "object",
            "required": ["begin"],
            "properties": {"begin": {"type": "integer", "minimum": 1}}
          }
        }
      }
    }
  }
}`

func gitlabProblems(t *testing.T, report string) []gojsonschema.ResultError {
	t.Helper()
	result, err := gojsonschema.Validate(gojsonschema.NewStringLoader(gitlabSchema), gojsonschema.NewStringLoader(report))
	if err != nil {
		t.Fatal(err)
	}
	return result.Errors()
}

func TestGitLab(t *testing.T) {
	_, findings, _ := sample(t)
	for level, severity := range map[rule.Level]string{rule.Note: "info", rule.Warning: "major", rule.Error: "critical"} {
		findings[0].Category.Level = level
		var out bytes.Buffer
		if err := GitLab(&out, findings); err != nil {
			t.Fatal(err)
		}
		for _, problem := range gitlabProblems(t, out.String()) {
			t.Errorf("%s: %s", level, problem)
		}
		var issues []gitlabIssue
		if err := json.Unmarshal(out.Bytes(), &issues); err != nil {
			t.Fatal(err)
		}
		want := gitlabIssue{"the key is in the source (jwtkey/hardcoded)", "jwtkey/hardcoded", "abc", severity, gitlabLocation{"main go.go", gitlabLines{3}}}
		if len(issues) != 1 || issues[0] != want {
			t.Errorf("%s: got %+v", level, issues)
		}
	}
}

// TestGitLabEmpty: no findings are an empty list, not null, which GitLab refuses.
func TestGitLabEmpty(t *testing.T) {
	var out bytes.Buffer
	if err := GitLab(&out, []finding.Finding{}); err != nil || out.String() != "[]\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

// TestGitLabSchema: the check can fail.
func TestGitLabSchema(t *testing.T) {
	good := `[{"description": "d", "check_name": "c", "fingerprint": "f", "severity": "major", "location": {"path": "a.go", "lines": {"begin": 1}}}]`
	if problems := gitlabProblems(t, good); len(problems) > 0 {
		t.Fatal(problems)
	}
	for from, to := range map[string]string{
		`"major"`: `"warning"`, `"a.go"`: `"./a.go"`, `"fingerprint": "f", `: "", `"begin": 1`: `"begin": "1"`, `[{`: `[null, {`,
	} {
		if bad := strings.Replace(good, from, to, 1); bad == good || len(gitlabProblems(t, bad)) == 0 {
			t.Errorf("passes: %s", bad)
		}
	}
}
