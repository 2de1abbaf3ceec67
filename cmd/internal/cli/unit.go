package cli

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/token"
	"io"
	"os"
	"runtime/debug"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/engine"
)

// unit is the tool's side of go vet's protocol: analyse the one package that
// the .cfg file describes. Findings go to the file that the go command names,
// as JSON if it asks for that, else to stderr with status 1.
func (s *settings) unit(name string, args []string, stdout, stderr io.Writer) int {
	u, err := driver.ReadUnit(name)
	if err != nil {
		return fail(stderr, err)
	}
	if err := s.configureUnit(u, args); err != nil {
		return fail(stderr, err)
	}
	rules := s.plan.Rules()
	if !u.HasTypes() {
		unitchecker.Run(name, analyzersOf(rules)) // Does not return.
	}
	if !u.Relevant(s.own) {
		if err := u.Skip(); err != nil {
			return fail(stderr, err)
		}
		if s.fix && !u.VetxOnly {
			return s.unitFixes(u, nil, nil, stdout, stderr)
		}
		return ExitClean
	}
	outcome, err := u.Analyze(analyzersOf(rules))
	if err != nil {
		s.unitError(u, err, stderr)
		return ExitBroken
	}
	if u.VetxOnly {
		return ExitClean
	}
	diags, err := s.reported(outcome)
	if err != nil {
		return fail(stderr, err)
	}
	if s.fix {
		return s.unitFixes(u, outcome, diags, stdout, stderr)
	}
	if s.json {
		if err := writeVetJSON(u, outcome.Fset, diags); err != nil {
			return fail(stderr, err)
		}
		return ExitClean
	}
	for _, d := range diags {
		fmt.Fprintf(stderr, "%s: %s\n", outcome.Fset.Position(d.Pos), d.Message)
		for _, rel := range d.Related {
			fmt.Fprintf(stderr, "%s: \t%s\n", outcome.Fset.Position(rel.Pos), rel.Message)
		}
	}
	if len(diags) > 0 {
		return ExitBroken
	}
	return ExitClean
}

// unitError tells why a unit could not be analysed. What is wrong with a model
// is said where its package is analysed, and nowhere else: also in one that is
// only looked at for its importers.
func (s *settings) unitError(u *driver.Unit, err error, stderr io.Writer) {
	var faults engine.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Fprintln(stderr, "jwtvet:", f)
		}
		return
	}
	if !u.VetxOnly {
		fmt.Fprintln(stderr, err)
	}
}

// configureUnit applies the configuration that holds for a unit. The go command runs the tool in
// the package's folder and does not say where it was started: the file is
// looked for from the module's root.
func (s *settings) configureUnit(u *driver.Unit, args []string) error {
	c, err := config.For(s.config, config.Root(u.Dir))
	if err != nil {
		return err
	}
	return s.configure(c, args)
}

// reported leaves out what is not to be reported, and sorts the rest.
func (s *settings) reported(outcome *driver.Outcome) ([]driver.Diagnostic, error) {
	findings, err := finding.Collect(outcome.Fset, outcome.Diagnostics, s.plan, "")
	if err != nil {
		return nil, err
	}
	var out []driver.Diagnostic
	for _, f := range s.known.New(findings, "") {
		out = append(out, f.Diagnostic)
	}
	return out, nil
}

// vetDiagnostic is a diagnostic in the shape that the go command reads.
type vetDiagnostic struct {
	Category string       `json:"category,omitempty"`
	Posn     string       `json:"posn"`
	End      string       `json:"end"`
	Message  string       `json:"message"`
	Fixes    []vetFix     `json:"suggested_fixes,omitempty"`
	Related  []vetRelated `json:"related,omitempty"`
}

type vetFix struct {
	Message string    `json:"message"`
	Edits   []vetEdit `json:"edits"`
}

// vetEdit counts in bytes from 0.
type vetEdit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

type vetRelated struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// writeVetJSON writes findings to where the go command wants the tool's output.
// The go command prints the analyzers of a package in no particular order, so
// all findings go under one name, sorted; their category tells the rule.
func writeVetJSON(u *driver.Unit, fset *token.FileSet, diags []driver.Diagnostic) error {
	var list []vetDiagnostic
	for _, d := range diags {
		end := d.End
		if !end.IsValid() {
			end = d.Pos
		}
		v := vetDiagnostic{Category: d.Category, Message: d.Message,
			Posn: fset.Position(d.Pos).String(), End: fset.Position(end).String()}
		for _, f := range finding.FixesOf(fset, d.Diagnostic, "") {
			out := vetFix{Message: f.Message}
			for _, e := range f.Edits {
				out.Edits = append(out.Edits, vetEdit{e.File, e.Start, e.End, e.New})
			}
			v.Fixes = append(v.Fixes, out)
		}
		for _, rel := range d.Related {
			at := fset.Position(rel.Pos).String()
			v.Related = append(v.Related, vetRelated{at, at, rel.Message})
		}
		list = append(list, v)
	}
	tree := map[string]map[string][]vetDiagnostic{}
	if len(list) > 0 {
		tree[u.ID] = map[string][]vetDiagnostic{"jwtvet": list}
	}
	data, err := json.MarshalIndent(tree, "", "\t")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if u.Stdout == "" {
		_, err = os.Stdout.Write(data)
		return err
	}
	return os.WriteFile(u.Stdout, data, 0o666)
}

// printVersion answers -V. For -V=full the go command wants a line that
// changes with the executable and the configuration: it is part of the key of
// its cache, and nothing else of ours is.
func (s *settings) printVersion(stdout, stderr io.Writer) int {
	if s.version != "full" {
		fmt.Fprintln(stdout, "jwtvet version", toolVersion())
		return ExitClean
	}
	h := sha256.New()
	err := hashExecutable(h)
	if err == nil {
		err = config.Hash(h, ".")
	}
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintf(stdout, "jwtvet version devel comments-go-here buildID=%02x\n", h.Sum(nil))
	return ExitClean
}

// toolVersion is the version of the module that the executable was built from.
func toolVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

// printFlags tells the go command which flags it may hand on.
func (s *settings) printFlags(stdout, stderr io.Writer) int {
	type jsonFlag struct {
		Name  string
		Bool  bool
		Usage string
	}
	flags := []jsonFlag{}
	s.flagSet.VisitAll(func(f *flag.Flag) {
		switch f.Name {
		case "format", "modules", "C", "tags", "V", "flags", "v", "q":
			return // Of no use there, or the go command's own.
		case "config", "baseline", "write-baseline":
			return // Its cache would not know that the file has changed.
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		flags = append(flags, jsonFlag{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(flags, "", "\t")
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintln(stdout, string(data))
	return ExitClean
}
