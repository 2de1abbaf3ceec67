package report

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// workflowCommand reads one line as the runner of GitHub Actions does: the
// command, its properties, the message.
var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) ([^:]*)::(.*)$`)

// parseCommand undoes the escapes.
func parseCommand(t *testing.T, line string) (command string, props map[string]string, message string) {
	t.Helper()
	m := workflowCommand.FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("no workflow command: %q", line)
	}
	unescape := strings.NewReplacer("%3A", ":", "%2C", ",", "%0D", "\r", "%0A", "\n", "%25", "%")
	props = make(map[string]string)
	for pair := range strings.SplitSeq(m[2], ",") {
		key, value, ok := strings.Cut(pair, "=")
		if _, twice := props[key]; !ok || twice {
			t.Errorf("bad property %q in %q", pair, line)
		}
		props[key] = unescape.Replace(value)
	}
	return m[1], props, unescape.Replace(m[3])
}

func TestGitHub(t *testing.T) {
	_, findings, base := sample(t)
	var out bytes.Buffer
	if err := GitHub(&out, findings, base); err != nil {
		t.Fatal(err)
	}
	want := "::error file=main go.go,line=3,endLine=3,col=16,endColumn=19,title=jwtkey/hardcoded::the key is in the source" +
		"%0A#1 main go.go:3:18: it stands here%0A#2 main go.go:3:21: it signs here\n"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}

// TestGitHubEscapes: whatever a name or a message holds, the runner reads one
// command with the same name and message.
func TestGitHubEscapes(t *testing.T) {
	_, findings, base := sample(t)
	name := "50%,a:b%2C\r\n::error::x.go"
	if err := os.WriteFile(filepath.Join(base, name), []byte("package main\n"), 0o644); err != nil {
		t.Skip(err) // Not every file system takes such a name.
	}
	f := findings[0]
	f.Start = finding.Place{File: name, Line: 1, Column: 1}
	f.End = finding.Place{File: name, Line: 2, Column: 4}
	f.Message, f.Steps = "100% of keys: a, b\r\n::error::forged %0A", nil
	f.Category.Level = rule.Note
	var out bytes.Buffer
	if err := GitHub(&out, []finding.Finding{f}, base); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "\n"); n != 1 || strings.Contains(out.String(), "\r") {
		t.Fatalf("%d lines: %q", n, out.String())
	}
	command, props, message := parseCommand(t, strings.TrimSuffix(out.String(), "\n"))
	if command != "notice" || props["file"] != name || message != f.Message || props["title"] != f.Category.Name {
		t.Errorf("got %s %q %q", command, props, message)
	}
	if props["line"] != "1" || props["endLine"] != "2" || props["col"] != "" || props["endColumn"] != "" {
		t.Errorf("a finding of two lines has columns, which GitHub refuses: %q", props)
	}
}
