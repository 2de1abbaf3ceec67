// Package cli is the command line: what jwtvet does by itself, and as the tool
// of go vet.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/baseline"
	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/rule"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// settings are the flags, the same in both faces where they make sense in both,
// and what they and the configuration make of the rules.
type settings struct {
	format         string
	level          rule.Level // 0 where no flag says it
	strict         bool
	tests, modules bool
	dir            string
	tags           string
	rules          string
	config         string
	verbose, quiet bool
	// Findings of old code: the file that is left out, and the one to write.
	baseline, writeBaseline string

	version string // -V, as go vet asks for it
	flags   bool   // -flags, likewise
	json    bool   // -json, set by go vet
	fix     bool
	diff    bool
	context int

	own     *engine.Own // the project's models, from its configuration
	all     []*rule.Rule
	chosen  map[string]*triState
	flagSet *flag.FlagSet
	plan    *config.Plan
	known   *baseline.Baseline
	cache   *driver.Cache // nil for none
}

// triState is a bool flag that knows whether it was given.
type triState struct{ given, value bool }

func (t *triState) String() string { return strconv.FormatBool(t != nil && t.value) }

// IsBoolFlag lets -jwtalg stand for -jwtalg=true.
func (t *triState) IsBoolFlag() bool { return true }

func (t *triState) Set(s string) error {
	v, err := strconv.ParseBool(s)
	if err != nil {
		return errors.New("want true or false")
	}
	t.given, t.value = true, v
	return nil
}

// newSettings declares the flags: those of the command and, by the name of
// each rule, those of the analyzers.
func newSettings() *settings {
	own := new(engine.Own) // A configuration may fill it in before the rules run.
	s := &settings{own: own, all: analyzers.With(own), chosen: make(map[string]*triState), context: -1}
	fs := flag.NewFlagSet("jwtvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	s.flagSet = fs
	fs.StringVar(&s.format, "format", "text", "output `format`: text, json, sarif, github or gitlab")
	fs.Func("level", "report findings of this `level` and above: note, warning or error (default warning)", s.setLevel)
	fs.BoolVar(&s.strict, "strict", false, "also report, as notes, what the analysis could not see")
	fs.BoolVar(&s.tests, "tests", false, "also report in _test.go files")
	fs.BoolVar(&s.modules, "modules", false, "analyse every module in the working directory and below, not only the one it is in")
	fs.StringVar(&s.dir, "C", "", "change to `dir` first")
	fs.StringVar(&s.tags, "tags", "", "build `tags`, as go build takes them")
	fs.StringVar(&s.rules, "rules", "", "run only these rules, separated by commas")
	fs.StringVar(&s.config, "config", "", "configuration `file` instead of the nearest .jwtvet.yml; none for no file")
	fs.StringVar(&s.baseline, "baseline", "", "leave out the findings in this `file`")
	fs.StringVar(&s.writeBaseline, "write-baseline", "", "write all findings to a `file` for -baseline")
	fs.BoolVar(&s.verbose, "v", false, "tell where the time goes, and what of the baseline is gone")
	fs.BoolVar(&s.quiet, "q", false, "print findings and errors only")
	fs.StringVar(&s.version, "V", "", "print version and exit")
	fs.BoolVar(&s.flags, "flags", false, "print flags in JSON (for go vet)")
	fs.BoolVar(&s.json, "json", false, "print JSON (for go vet)")
	fs.BoolVar(&s.fix, "fix", false, "apply the first fix of each finding that has one, and report the others")
	fs.BoolVar(&s.diff, "diff", false, "with -fix, print the changes as a unified diff instead")
	fs.IntVar(&s.context, "c", -1, "lines of context (for go vet)")
	for _, r := range s.all {
		s.chosen[r.Name] = new(triState)
		title, _, _ := strings.Cut(r.Doc, "\n")
		fs.Var(s.chosen[r.Name], r.Name, title)
		r.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, r.Name+"."+f.Name, f.Usage) })
	}
	return s
}

func (s *settings) setLevel(text string) error {
	level, ok := rule.ParseLevel(text)
	if !ok {
		return errors.New("want note, warning or error")
	}
	s.level = level
	return nil
}

// parse reads the arguments. Its errors are one line each.
func (s *settings) parse(args []string) error {
	if err := s.flagSet.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return fmt.Errorf("%w (see jwtvet help)", err)
	}
	switch s.format {
	case "text", "json", "sarif", "github", "gitlab":
	default:
		return fmt.Errorf("unknown format %q: want text, json, sarif, github or gitlab", s.format)
	}
	if s.diff && !s.fix {
		return errors.New("-diff requires -fix")
	}
	return nil
}

// configure applies a configuration, and then the flags of args once more:
// what the command line says wins.
func (s *settings) configure(c *config.Config, args []string) error {
	plan, err := c.Apply(s.all, s.own)
	if err != nil {
		return err
	}
	s.plan = plan
	if err := s.flagSet.Parse(args); err != nil {
		return err
	}
	if s.level != 0 {
		plan.Level = s.level
	}
	if err := s.choose(); err != nil {
		return err
	}
	if s.baseline == "" {
		s.baseline = c.BaselineFile()
	}
	if s.writeBaseline == "" {
		if s.known, err = baseline.Load(s.baseline); err != nil {
			return err
		}
	}
	return plan.ForAll(s.strict, s.tests)
}

// choose settles which rules run: those that flags name, or else those of the
// configuration but the ones switched off.
func (s *settings) choose() error {
	if s.rules != "" {
		for name := range strings.SplitSeq(s.rules, ",") {
			name = strings.TrimSpace(name)
			t := s.chosen[name]
			if t == nil {
				return fmt.Errorf("unknown rule %q: %s", name, suggest.Instead(name, s.names()))
			}
			t.given, t.value = true, true
		}
	}
	named := false
	for _, t := range s.chosen {
		named = named || t.given && t.value
	}
	for name, t := range s.chosen {
		if t.given || named {
			s.plan.Choose(name, t.value)
		}
	}
	return nil
}

func (s *settings) names() []string {
	var out []string
	for _, r := range s.all {
		out = append(out, r.Name)
	}
	return out
}

func analyzersOf(rules []*rule.Rule) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, r := range rules {
		out = append(out, r.Analyzer)
	}
	return out
}
