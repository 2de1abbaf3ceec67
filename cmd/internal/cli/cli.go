package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-isatty"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/cmd/internal/report"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Exit statuses of the command by itself.
const (
	ExitClean  = 0 // nothing was found
	ExitBroken = 1 // not everything could be analysed
	ExitFound  = 3 // something was found
)

// Run is the whole command: args without the program's name. It returns the
// exit status.
func Run(args []string, stdout, stderr io.Writer) int {
	s := newSettings()
	if len(args) > 0 && args[0] == "help" {
		return s.help(args[1:], stdout, stderr)
	}
	if err := s.parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(stdout, s.usage())
			return ExitClean
		}
		return fail(stderr, err)
	}
	rest := s.flagSet.Args()
	switch {
	case s.version != "":
		return s.printVersion(stdout, stderr)
	case s.flags:
		return s.printFlags(stdout, stderr)
	case len(rest) == 1 && strings.HasSuffix(rest[0], ".cfg"):
		return s.unit(rest[0], stderr)
	}
	return s.packages(rest, stdout, stderr)
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "jwtvet:", err)
	return ExitBroken
}

// packages analyses the packages that the patterns name and prints what is found.
func (s *settings) packages(patterns []string, stdout, stderr io.Writer) int {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	base, err := filepath.Abs(s.dir)
	if err != nil {
		return fail(stderr, err)
	}
	rules := s.enabled()
	opts := driver.Options{Dir: s.dir, Tags: s.tags, Tests: s.tests, Patterns: patterns}
	outcome, err := driver.Analyze(opts, analyzersOf(rules))
	if err != nil {
		return fail(stderr, err)
	}
	findings, err := finding.Collect(outcome.Fset, outcome.Diagnostics, rules, s.level, base)
	if err != nil {
		return fail(stderr, err)
	}
	if err := s.print(stdout, findings, rules, base); err != nil {
		return fail(stderr, err)
	}
	for _, b := range outcome.Broken {
		fmt.Fprintf(stderr, "jwtvet: %s is not analysed: %s\n", b.Path, oneLine(b.Err))
	}
	switch {
	case len(outcome.Broken) > 0:
		return ExitBroken
	case len(findings) > 0:
		return ExitFound
	}
	return ExitClean
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (s *settings) print(w io.Writer, findings []finding.Finding, rules []*rule.Rule, base string) error {
	switch s.format {
	case "json":
		return report.JSON(w, findings)
	case "sarif":
		return report.SARIF(w, findings, rules, base, toolVersion())
	}
	return report.Text(w, findings, colourful(w))
}

// colourful reports whether w is a terminal of somebody who has not asked for
// plain text (no-color.org).
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && isatty.IsTerminal(f.Fd())
}

// help prints what a rule is about, or the usage.
func (s *settings) help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stdout, s.usage())
		return ExitClean
	}
	for _, r := range s.all {
		if r.Name != args[0] {
			continue
		}
		fmt.Fprintf(stdout, "%s: %s\n\n", r.Name, r.Doc)
		for _, c := range r.Categories {
			fmt.Fprintf(stdout, "%s (%s): %s. %s, %s\n", c.Name, c.Level, c.Title, c.RFC, strings.Join(c.CWE, ", "))
		}
		fmt.Fprintf(stdout, "\nReported:\n\n%s\n\nBetter:\n\n%s\n", indent(r.Bad), indent(r.Good))
		return ExitClean
	}
	return fail(stderr, fmt.Errorf("unknown rule %q: the rules are %s", args[0], strings.Join(s.names(), ", ")))
}

func indent(code string) string { return "\t" + strings.ReplaceAll(code, "\n", "\n\t") }
