package analyzers_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

var update = flag.Bool("update", false, "write the generated parts of the README")

// TestReadme compares the generated parts of the README with what the rules
// and the command say now.
func TestReadme(t *testing.T) {
	name := filepath.Join("..", "README.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	got = between(t, got, "rules", rulesTable())
	got = between(t, got, "output", exampleOutput(t))
	if got == string(data) {
		return
	}
	if !*update {
		t.Fatal("README.md is stale; run go test ./analyzers -update")
	}
	if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// between replaces what stands between the markers of a part.
func between(t *testing.T, text, part, content string) string {
	t.Helper()
	begin := strings.Index(text, "<!-- BEGIN "+part)
	end := strings.Index(text, "<!-- END "+part+" -->")
	if begin < 0 || end < begin {
		t.Fatalf("README.md has no markers for %s", part)
	}
	begin += strings.Index(text[begin:], "\n") + 1
	return text[:begin] + content + text[end:]
}

// rulesTable is the table of categories, then a section for each rule: the
// targets of the rules' URLs.
func rulesTable() string {
	var b strings.Builder
	b.WriteString("\n| category | level | reported when | source |\n| --- | --- | --- | --- |\n")
	for _, r := range analyzers.All() {
		for _, c := range r.Categories {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s, %s |\n", c.Name, c.Level, c.Title, c.RFC, strings.Join(c.CWE, ", "))
		}
	}
	for _, r := range analyzers.All() {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n```go\n%s\n```\n\nBetter:\n\n```go\n%s\n```\n", r.Name, r.Doc, r.Bad, r.Good)
	}
	return b.String() + "\n"
}

// exampleOutput is what the README's first command prints.
func exampleOutput(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("go", "run", "./cmd/jwtvet", "-C", "testdata", "./example")
	cmd.Dir = ".."
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || stdout.Len() == 0 {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, stderr.String())
	}
	return "\n```\n" + stdout.String() + "```\n\n"
}
