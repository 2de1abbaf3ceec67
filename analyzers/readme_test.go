package analyzers_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/engine"
)

var update = flag.Bool("update", false, "write the generated parts of the README")

// TestReadme compares the generated parts of the README with what the rules
// and the command say now.
func TestReadme(t *testing.T) {
	data := read(t, "README.md")
	got := data
	got = between(t, got, "rules", rulesTable())
	got = between(t, got, "libraries", librariesTable())
	got = between(t, got, "models", modelsTable())
	got = between(t, got, "output", "\n```\n"+firstCommand(t, got)+"```\n\n")
	if got == data {
		return
	}
	if !*update {
		t.Fatal("README.md is stale; run go test ./analyzers -update")
	}
	if err := os.WriteFile(filepath.Join("..", "README.md"), []byte(got), 0o644); err != nil {
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
		fmt.Fprintf(&b, "\n### %s\n\n%s", r.Name, r.Help())
	}
	return b.String() + "\n"
}

// modelsTable is the table of what functions of a project's own can do.
func modelsTable() string {
	var b strings.Builder
	b.WriteString("\n| `does` | the function | needs | takes |\n| --- | --- | --- | --- |\n")
	for _, r := range engine.Roles() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Word, r.Meaning, strings.Join(r.Needs, ", "), strings.Join(r.Takes, ", "))
	}
	b.WriteString("\n| `is` | values of the type |\n| --- | --- |\n")
	for _, w := range engine.TypeWords() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", w.Word, w.Meaning)
	}
	return b.String() + "\n"
}

// librariesTable is what the models know of which releases.
func librariesTable() string {
	var b strings.Builder
	b.WriteString("\n| library | module | releases | known |\n| --- | --- | --- | --- |\n")
	for _, lib := range engine.Libraries() {
		fmt.Fprintf(&b, "| %s | `%s` | %s to %s | %s |\n", lib.Name, strings.Join(lib.Modules, "`, `"),
			strings.TrimSuffix(lib.Oldest, "+incompatible"), strings.TrimSuffix(lib.Newest, "+incompatible"), strings.Join(lib.Knows, ", "))
	}
	return b.String() + "\n"
}

// block returns the first fenced block of a language after a text.
func block(t *testing.T, readme, after, language string) string {
	t.Helper()
	_, rest, found := strings.Cut(readme, after)
	_, rest, opened := strings.Cut(rest, "```"+language+"\n")
	text, _, closed := strings.Cut(rest, "```")
	if !found || !opened || !closed {
		t.Fatalf("README.md has no %s block after %q", language, after)
	}
	return text
}

// firstCommand runs the README's first command, word by word, and returns what
// it prints. It has findings, so it exits with a status other than 0.
func firstCommand(t *testing.T, readme string) string {
	t.Helper()
	args := strings.Fields(block(t, readme, "\n## Run it\n", "sh"))
	if len(args) < 3 || args[0] != "go" || args[1] != "run" {
		t.Fatalf("the README's first command is not go run: %q", args)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = ".."
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || stdout.Len() == 0 {
		t.Fatalf("%v: %v\n%s", args, err, stderr.String())
	}
	return stdout.String()
}

// TestReadmeShowsTheExample: the bad code at the top of the README stands in
// the program that the output below it is about.
func TestReadmeShowsTheExample(t *testing.T) {
	readme := read(t, "README.md")
	example := read(t, "testdata", "example", "main.go")
	for part := range strings.SplitSeq(block(t, readme, "# jwtvet", "go"), "\n\n") {
		if !strings.Contains(example, strings.TrimSpace(part)) {
			t.Errorf("testdata/example does not contain\n%s", part)
		}
	}
}

// vetOnly are the flags that go vet wants and that users have no need of.
var vetOnly = []string{"V", "flags", "json", "c"}

// TestReadmeListsTheFlags compares the README's table with what the command says.
func TestReadmeListsTheFlags(t *testing.T) {
	cmd := exec.Command("go", "run", "./cmd/jwtvet", "help")
	cmd.Dir = ".."
	usage, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, usage)
	}
	given := make(map[string]bool)
	for _, m := range regexp.MustCompile(`(?m)^  -([\w.]+)`).FindAllSubmatch(usage, -1) {
		given[string(m[1])] = true
	}
	listed := make(map[string]bool)
	for _, row := range regexp.MustCompile("(?m)^\\| `-.*").FindAllString(read(t, "README.md"), -1) {
		flags, _, _ := strings.Cut(row[1:], " | ")
		for _, m := range regexp.MustCompile("`-(\\w+)").FindAllStringSubmatch(flags, -1) {
			listed[m[1]] = true
			if !given[m[1]] {
				t.Errorf("the README lists -%s, which the command does not have", m[1])
			}
		}
	}
	for _, r := range analyzers.All() {
		listed[r.Name] = true // one of them stands for all
	}
	for name := range given {
		if rule, _, of := strings.Cut(name, "."); !listed[name] && !slices.Contains(vetOnly, name) && (!of || !listed[rule]) {
			t.Errorf("the README does not list -%s", name)
		}
	}
}

// read returns a file of the repository.
func read(t *testing.T, path ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{".."}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
