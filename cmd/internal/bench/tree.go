package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// tree is what is measured on.
type tree struct {
	Dir      string
	Patterns []string
	Lines    int      // of all Go files of the named packages, tests included
	Named    []string // packages that the patterns match
	LetIn    []string // packages that the rules are run on, dependencies included
}

// json is the tree as the file that typeCheck reads.
func (t *tree) json() string {
	data, err := json.Marshal(t)
	if err != nil {
		panic(err) // Strings can always be written.
	}
	return string(data)
}

// share is the part of the named packages that the gate lets in.
func (t *tree) share() float64 {
	in := 0
	for _, path := range t.Named {
		if slices.Contains(t.LetIn, path) {
			in++
		}
	}
	return float64(in) / float64(len(t.Named))
}

// named checks, before anything is built, that there are packages of those names.
func (b *bench) named(ctx context.Context) error {
	out, err := output(ctx, b.dir, "go", append([]string{"list", "--"}, b.patterns...)...)
	if err == nil && strings.TrimSpace(out) == "" {
		err = fmt.Errorf("%s matched no packages", strings.Join(b.patterns, " "))
	}
	return err
}

// look finds out what there is to analyse, in another process.
func (b *bench) look(ctx context.Context) error {
	out, err := output(ctx, b.dir, b.paths["bench"], append([]string{roleLetIn, b.dir}, b.patterns...)...)
	if err != nil {
		return errors.New(strings.TrimPrefix(err.Error(), "bench: "))
	}
	b.tree = new(tree)
	return json.Unmarshal([]byte(out), b.tree)
}

// printLetIn prints the tree, as JSON. Which packages the gate lets in only
// a run of the rules tells, as dependencies matter for the facts they have.
func printLetIn(ctx context.Context, dir string, patterns []string, w io.Writer) error {
	t := &tree{Dir: dir, Patterns: patterns}
	if err := t.list(ctx); err != nil {
		return err
	}
	opts := driver.Options{Dir: dir, Patterns: patterns, Watch: func(e driver.Event) {
		if e.Phase == driver.Analysing {
			t.LetIn = append(t.LetIn, e.Package)
		}
	}}
	var all []*analysis.Analyzer
	for _, r := range analyzers.All() {
		all = append(all, r.Analyzer)
	}
	if _, err := driver.Analyze(opts, all); err != nil {
		return err
	}
	slices.Sort(t.LetIn)
	_, err := io.WriteString(w, t.json())
	return err
}

// list finds the named packages and counts their lines.
func (t *tree) list(ctx context.Context) error {
	const format = `{{.ImportPath}}{{$d := .Dir}}{{range .GoFiles}}|{{$d}}/{{.}}{{end}}{{range .CgoFiles}}|{{$d}}/{{.}}{{end}}` +
		`{{range .TestGoFiles}}|{{$d}}/{{.}}{{end}}{{range .XTestGoFiles}}|{{$d}}/{{.}}{{end}}`
	out, err := output(ctx, t.Dir, "go", append([]string{"list", "-f", format, "--"}, t.Patterns...)...)
	if err != nil {
		return err
	}
	for line := range strings.Lines(out) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		t.Named = append(t.Named, fields[0])
		for _, file := range fields[1:] {
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			t.Lines += bytes.Count(data, []byte("\n"))
		}
	}
	return nil
}
