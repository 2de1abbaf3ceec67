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

	"github.com/jwtvet/jwtvet/cmd/internal/baseline"
	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/cmd/internal/report"
)

// Exit statuses of the command by itself.
const (
	ExitClean  = 0 // nothing was found
	ExitBroken = 1 // not everything could be analysed
	ExitFound  = 3 // something was found
)

// commands are what the command does beside analysing packages. The first
// word of the arguments names one; a package of that name is written ./name.
var commands = []struct{ name, args, does string }{
	{"help", "[rule]", "describe the command, or a rule"},
	{"rules", "[flags]", "list the categories and the levels they are reported at"},
	{"config", "[flags]", "print the configuration in effect"},
	{"schema", "", "print the JSON schema of .jwtvet.yml"},
	{"cache", "[clean]", "print the folder of the cache, or empty it"},
	{"version", "", "print the version"},
}

// Run is the whole command: args without the program's name. It returns the
// exit status.
func Run(args []string, stdout, stderr io.Writer) int {
	command := ""
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			command, args = c.name, args[1:]
			break
		}
	}
	s := newSettings()
	switch command {
	case "help":
		return s.help(args, stdout, stderr)
	case "cache":
		return cacheCommand(args, stdout, stderr)
	case "schema":
		fmt.Fprint(stdout, config.Schema)
		return ExitClean
	case "version":
		fmt.Fprintln(stdout, "jwtvet version", toolVersion())
		return ExitClean
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
		return s.unit(rest[0], args, stdout, stderr)
	}
	return s.alone(command, args, stdout, stderr)
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "jwtvet:", err)
	return ExitBroken
}

// alone runs a command that needs the configuration of the working directory.
func (s *settings) alone(command string, args []string, stdout, stderr io.Writer) int {
	c, err := config.For(s.config, s.dir)
	if err == nil {
		err = s.configure(c, args)
	}
	if err != nil {
		return fail(stderr, err)
	}
	switch command {
	case "rules":
		return s.listRules(stdout)
	case "config":
		if err := s.plan.Print(stdout, c); err != nil {
			return fail(stderr, err)
		}
		return ExitClean
	}
	tuneHeap()
	if s.cache, err = s.openCache(c); err != nil {
		return fail(stderr, err)
	}
	defer s.cache.Trim()
	return s.packages(s.flagSet.Args(), stdout, stderr)
}

// packages analyses the packages that the arguments name and prints what is found.
func (s *settings) packages(args []string, stdout, stderr io.Writer) int {
	base, err := filepath.Abs(s.dir)
	if err != nil {
		return fail(stderr, err)
	}
	outcome, err := s.analyze(args, base, stderr)
	if err != nil {
		return fail(stderr, err)
	}
	for _, f := range outcome.Faults {
		fmt.Fprintln(stderr, "jwtvet:", f)
	}
	for _, b := range outcome.Broken {
		fmt.Fprintf(stderr, "jwtvet: %s is not analysed: %s\n", b.Path, oneLine(b.Err))
	}
	all, err := finding.Collect(outcome.Fset, outcome.Diagnostics, s.plan, base)
	if err != nil {
		return fail(stderr, err)
	}
	if s.writeBaseline != "" {
		return s.adopt(all, len(outcome.Broken)+len(outcome.Faults), base, stderr)
	}
	findings := s.known.New(all, base)
	if s.fix {
		if status, done := s.repair(findings, args, base, stdout, stderr); done {
			return status
		}
	}
	if err := s.print(stdout, findings, base); err != nil {
		return fail(stderr, err)
	}
	s.summary(stderr, findings, len(all)-len(findings))
	switch {
	case len(outcome.Broken)+len(outcome.Faults) > 0:
		return ExitBroken
	case len(findings) > 0:
		return ExitFound
	}
	return ExitClean
}

// adopt writes the baseline of code as it is.
func (s *settings) adopt(all []finding.Finding, broken int, base string, stderr io.Writer) int {
	if broken > 0 {
		return fail(stderr, errors.New("no baseline is written, as it would lack what is not analysed"))
	}
	if err := baseline.Write(s.writeBaseline, all, base); err != nil {
		return fail(stderr, err)
	}
	if !s.quiet {
		fmt.Fprintf(stderr, "jwtvet: %s are in %s; put \"baseline: %s\" into %s, and only new ones are reported\n",
			count(len(all), "finding"), s.writeBaseline, filepath.ToSlash(s.writeBaseline), config.FileName)
	}
	return ExitClean
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (s *settings) print(w io.Writer, findings []finding.Finding, base string) error {
	switch s.format {
	case "json":
		return report.JSON(w, findings)
	case "sarif":
		root := rootOf(base, "GITHUB_WORKSPACE", "CI_PROJECT_DIR")
		return report.SARIF(w, finding.Rebase(findings, base, root), s.plan.Rules(), root, toolVersion())
	case "github":
		root := rootOf(base, "GITHUB_WORKSPACE")
		return report.GitHub(w, finding.Rebase(findings, base, root), root)
	case "gitlab":
		return report.GitLab(w, finding.Rebase(findings, base, rootOf(base, "CI_PROJECT_DIR")))
	}
	return report.Text(w, findings, terminal(w) && os.Getenv("NO_COLOR") == "")
}

// terminal reports whether somebody is looking at w.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && isatty.IsTerminal(f.Fd())
}
