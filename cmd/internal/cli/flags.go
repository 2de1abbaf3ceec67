// Package cli is the command line: what jwtvet does by itself, and as the tool
// of go vet.
package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// settings are the flags, the same in both faces where they make sense in both.
type settings struct {
	format string
	level  rule.Level
	strict bool
	tests  bool
	dir    string
	tags   string
	rules  string

	version string // -V, as go vet asks for it
	flags   bool   // -flags, likewise
	json    bool   // -json, set by go vet
	fix     bool
	diff    bool
	context int

	all     []*rule.Rule
	chosen  map[string]*triState
	flagSet *flag.FlagSet
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
	s := &settings{all: analyzers.All(), chosen: make(map[string]*triState), level: rule.Warning, context: -1}
	fs := flag.NewFlagSet("jwtvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	s.flagSet = fs
	fs.StringVar(&s.format, "format", "text", "output `format`: text, json or sarif")
	fs.Func("level", "report findings of this `level` and above: note, warning or error (default warning)", s.setLevel)
	fs.BoolVar(&s.strict, "strict", false, "also report, as notes, what the analysis could not see")
	fs.BoolVar(&s.tests, "tests", false, "also report in _test.go files")
	fs.StringVar(&s.dir, "C", "", "change to `dir` first")
	fs.StringVar(&s.tags, "tags", "", "build `tags`, as go build takes them")
	fs.StringVar(&s.rules, "rules", "", "run only these rules, separated by commas")
	fs.StringVar(&s.version, "V", "", "print version and exit")
	fs.BoolVar(&s.flags, "flags", false, "print flags in JSON (for go vet)")
	fs.BoolVar(&s.json, "json", false, "print JSON (for go vet)")
	fs.BoolVar(&s.fix, "fix", false, "apply fixes (for go vet; no rule offers one yet)")
	fs.BoolVar(&s.diff, "diff", false, "with -fix, print the changes (for go vet)")
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
	case "text", "json", "sarif":
	default:
		return fmt.Errorf("unknown format %q: want text, json or sarif", s.format)
	}
	if s.strict {
		s.level = rule.Note
	}
	return s.choose()
}

// choose settles which rules run: those named, or all but those switched off.
func (s *settings) choose() error {
	if s.rules != "" {
		for name := range strings.SplitSeq(s.rules, ",") {
			t := s.chosen[strings.TrimSpace(name)]
			if t == nil {
				return fmt.Errorf("unknown rule %q: the rules are %s", strings.TrimSpace(name), strings.Join(s.names(), ", "))
			}
			t.given, t.value = true, true
		}
	}
	for _, r := range s.all {
		for name, on := range map[string]bool{"strict": s.strict, "tests": s.tests} {
			if !on {
				continue
			}
			if err := r.Flags.Set(name, "true"); err != nil {
				return err
			}
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

// enabled returns the rules to run, sorted by name.
func (s *settings) enabled() []*rule.Rule {
	named := false
	for _, t := range s.chosen {
		named = named || t.given && t.value
	}
	return analyzers.Select(s.all, func(r *rule.Rule) bool {
		t := s.chosen[r.Name]
		if t.given {
			return t.value
		}
		return !named && r.Default
	})
}

func analyzersOf(rules []*rule.Rule) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, r := range rules {
		out = append(out, r.Analyzer)
	}
	return out
}

// usage describes the command.
func (s *settings) usage() string {
	var b bytes.Buffer
	b.WriteString("jwtvet finds misuse of JSON Web Tokens in Go code.\n\n" +
		"Usage:\n\tjwtvet [flags] [packages]\n\tjwtvet help [rule]\n\tgo vet -vettool=$(which jwtvet) [packages]\n\n" +
		"It exits with 0 if nothing was found, 3 if something was, and 1 if it could not do its work.\n\nFlags:\n")
	s.flagSet.SetOutput(&b)
	s.flagSet.PrintDefaults()
	s.flagSet.SetOutput(io.Discard)
	b.WriteString("\nRules:\n")
	for _, r := range s.all {
		title, _, _ := strings.Cut(r.Doc, "\n")
		fmt.Fprintf(&b, "\t%-10s %s\n", r.Name, title)
	}
	return b.String()
}
