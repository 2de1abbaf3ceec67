package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// sample is a rule, and a finding of it in a file that it writes: the key
// stands behind a character of two UTF-16 code units.
func sample(t *testing.T) (rules []*rule.Rule, findings []finding.Finding, base string) {
	t.Helper()
	base = t.TempDir()
	if err := os.WriteFile(filepath.Join(base, "main go.go"), []byte("package main\n\nvar s = \"𝕏\" + key\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cat := rule.Category{Name: "jwtkey/hardcoded", Level: rule.Error, CWE: []string{"CWE-321"}, RFC: "RFC 8725 3.5", Title: "the key stands in the source"}
	r := &rule.Rule{
		Analyzer:   &analysis.Analyzer{Name: "jwtkey", Doc: "report keys\n\nMore about keys.", URL: "https://example.com/#jwtkey"},
		Categories: []rule.Category{cat}, Bad: "bad()", Good: "good()",
	}
	at := finding.Place{File: "main go.go", Line: 3, Column: 18}
	end := finding.Place{File: "main go.go", Line: 3, Column: 21}
	f := finding.Finding{Rule: r, Category: cat, Message: "the key is in the source", Start: at, End: end, Fingerprint: "abc",
		Steps: []finding.Step{{Place: at, Phrase: "it stands here"}, {Place: end, Phrase: "it signs here"}}}
	return []*rule.Rule{r}, []finding.Finding{f}, base
}

func TestText(t *testing.T) {
	_, findings, _ := sample(t)
	var out bytes.Buffer
	if err := Text(&out, findings, false); err != nil {
		t.Fatal(err)
	}
	want := "main go.go:3:18: error: the key is in the source (jwtkey/hardcoded)\n" +
		"    #1 main go.go:3:18: it stands here\n    #2 main go.go:3:21: it signs here\n"
	if out.String() != want {
		t.Errorf("got %q", out.String())
	}
	out.Reset()
	if err := Text(&out, findings, true); err != nil || !strings.Contains(out.String(), "\x1b[31merror") {
		t.Errorf("no colour on request: %q, %v", out.String(), err)
	}
	if want := "(\x1b]8;;https://example.com/#jwtkey\x1b\\jwtkey/hardcoded\x1b]8;;\x1b\\)"; !strings.Contains(out.String(), want) {
		t.Errorf("no link on a terminal: %q", out.String())
	}
}

func TestJSON(t *testing.T) {
	_, findings, _ := sample(t)
	var out bytes.Buffer
	if err := JSON(&out, findings); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version  int
		Findings []struct {
			Category, Level string
			Start           struct{ Line int }
			Steps           []struct{ Phrase string }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != 1 || len(log.Findings) != 1 || log.Findings[0].Level != "error" || log.Findings[0].Start.Line != 3 || len(log.Findings[0].Steps) != 2 {
		t.Errorf("got %+v", log)
	}
	out.Reset()
	if err := JSON(&out, nil); err != nil || !strings.Contains(out.String(), `"findings": []`) {
		t.Errorf("no findings: %s, %v", out.String(), err)
	}
}

// TestSARIF validates the log against the published schema of SARIF 2.1.0,
// which the library carries.
func TestSARIF(t *testing.T) {
	rules, findings, base := sample(t)
	for name, list := range map[string][]finding.Finding{"one": findings, "none": nil} {
		var out bytes.Buffer
		if err := SARIF(&out, list, rules, base, "v0.0.0"); err != nil {
			t.Fatal(err)
		}
		log, err := sarif.FromBytes(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if err := log.Validate(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out.String())
		}
	}
	// The check can fail.
	broken, err := sarif.FromString(`{"version": "2.1.0", "runs": [{"results": []}]}`)
	if err != nil {
		t.Fatal(err)
	}
	if broken.Validate() == nil {
		t.Error("a run without a tool passes the schema")
	}
}

func TestSARIFContent(t *testing.T) {
	rules, findings, base := sample(t)
	var out bytes.Buffer
	if err := SARIF(&out, findings, rules, base, "v0.0.0"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"uri": "main%20go.go"`, `"uriBaseId": "%SRCROOT%"`, `"columnKind": "utf16CodeUnits"`,
		`"startColumn": 16`, `"endColumn": 19`, `"jwtvet/v1": "abc"`, `"external/cwe/cwe-321"`,
		`"executionOrder": 2`, `"level": "error"`, `"helpUri": "https://example.com/#jwtkey"`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, out.String())
		}
	}
}
