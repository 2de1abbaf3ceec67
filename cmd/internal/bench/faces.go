package bench

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// face is one way to run a program over the tree.
type face struct {
	name     string
	program  string
	args     []string // {program} stands for the program's file, {packages} for the patterns, {file} for the file below
	file     func(*tree) string
	statuses []int  // exit statuses that tell of no failure
	failed   string // what the output says if there was one all the same
	setting  string // what is added to the environment, if anything
	fresh    string // the environment variable that names an empty folder for each run
	kept     string // the environment variable that names one folder for all runs
	renew    bool   // each run has a program that the go command has not seen yet
}

var (
	alone       = []string{"{program}", "-q", "{packages}"}
	vet         = []string{"{go}", "vet", "-json", "-vettool={program}", "{packages}"}
	staticcheck = []string{"{program}", "-tests=false", "{packages}"}
	golangci    = []string{"{program}", "run", "--issues-exit-code=0", "--allow-parallel-runners", "--config={file}", "{packages}"}
)

// noCache keeps jwtvet from remembering what it found.
const noCache = "JWTVET_CACHE=off"

// faces lists them all. To measure another, add a line; to compare it, one in limits.
var faces = []face{
	{name: "jwtvet", program: "jwtvet", args: alone, statuses: []int{0, 3}, setting: noCache},
	{name: "jwtvet-warm", program: "jwtvet", args: alone, statuses: []int{0, 3}, kept: "JWTVET_CACHE"},
	{name: "jwtvet-empty-gocache", program: "jwtvet", args: alone, statuses: []int{0, 3}, setting: noCache, fresh: "GOCACHE"},
	{name: "vet-cold", program: "jwtvet", args: vet, renew: true},
	{name: "vet-warm", program: "jwtvet", args: vet},
	{name: "empty-cold", program: "empty", args: vet, renew: true},
	{name: "empty-warm", program: "empty", args: vet},
	{name: "list", program: "go", args: []string{"{go}", "list", "-deps", "{packages}"}},
	{name: "type-check", program: "bench", args: []string{"{program}", roleCheck, "{file}"}, file: (*tree).json},
	{name: "gosec", program: "gosec", args: []string{"{program}", "-quiet", "-no-fail", "{packages}"}},
	{name: "staticcheck-cold", program: "staticcheck", args: staticcheck, statuses: []int{0, 1}, failed: "(compile)", fresh: "STATICCHECK_CACHE"},
	{name: "staticcheck-warm", program: "staticcheck", args: staticcheck, statuses: []int{0, 1}, failed: "(compile)", kept: "STATICCHECK_CACHE"},
	{name: "golangci", program: "golangci-lint", args: golangci, file: allRules, failed: "(typecheck)", fresh: "GOLANGCI_LINT_CACHE"},
	{name: "golangci-empty", program: "golangci-lint", args: golangci, file: noRules, failed: "(typecheck)", fresh: "GOLANGCI_LINT_CACHE"},
	{name: "golangci-factless", program: "golangci-lint", args: golangci, file: factless, failed: "(typecheck)", fresh: "GOLANGCI_LINT_CACHE"},
}

func faceNames() []string {
	var names []string
	for _, f := range faces {
		names = append(names, f.name)
	}
	return names
}

// chosen returns the faces that -only names, or all, without those whose
// program a flag leaves out.
func (b *bench) chosen() ([]face, error) {
	only := faceNames()
	if b.only != "" {
		only = strings.Split(b.only, ",")
	}
	for _, name := range only {
		if !slices.Contains(faceNames(), name) {
			return nil, fmt.Errorf("-only: unknown command %q: %s", name, suggest.Instead(name, faceNames()))
		}
	}
	var out []face
	for _, f := range faces {
		if slices.Contains(only, f.name) && b.programs[f.program] != none {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no command is left to run")
	}
	return out, nil
}

// ready makes the command of a face for one round, with what it needs.
func (b *bench) ready(f face, round int) (*call, error) {
	c := &call{face: f, dir: b.dir, env: os.Environ(), log: filepath.Join(b.temp, "output")}
	program := b.paths[f.program]
	var err error
	if f.renew {
		if program, err = b.unseen(f, round); err != nil {
			return nil, err
		}
		c.gone = append(c.gone, program)
	}
	if f.setting != "" {
		c.env = append(c.env, f.setting)
	}
	if f.fresh != "" {
		dir, err := os.MkdirTemp(b.temp, f.name)
		if err != nil {
			return nil, err
		}
		c.env = append(c.env, f.fresh+"="+dir)
		c.gone = append(c.gone, dir)
	}
	if f.kept != "" {
		c.env = append(c.env, f.kept+"="+filepath.Join(b.temp, f.name))
	}
	file := filepath.Join(b.temp, f.name+".yml") // golangci-lint goes by the ending.
	if f.file != nil {
		if err := os.WriteFile(file, []byte(f.file(b.tree)), 0o666); err != nil {
			return nil, err
		}
	}
	names := strings.NewReplacer("{program}", program, "{go}", b.paths["go"], "{file}", file)
	for _, arg := range f.args {
		if arg == "{packages}" {
			c.args = append(c.args, b.patterns...)
			continue
		}
		c.args = append(c.args, names.Replace(arg))
	}
	return c, nil
}

// unseen returns a copy of a program with something added behind its end: it
// does the same, but its results are not in the go command's cache, while
// what it needs of the compiler is.
//
// It is copied in pieces: the memory that we hold counts as held by the
// processes that we start.
func (b *bench) unseen(f face, round int) (string, error) {
	from, err := os.Open(b.paths[f.program])
	if err != nil {
		return "", err
	}
	name := filepath.Join(b.temp, fmt.Sprintf("%s-%d%s", f.name, round, filepath.Ext(b.paths[f.program])))
	to, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o777)
	if err != nil {
		return "", errors.Join(err, from.Close())
	}
	_, err = io.Copy(to, from)
	if err == nil { // The folder's name is another in each run of the benchmark.
		_, err = fmt.Fprintf(to, "\n%s of round %d in %s\n", f.name, round, b.temp)
	}
	return name, errors.Join(err, to.Close(), from.Close())
}

// allRules and noRules are golangci-lint's configurations: our plug-in alone,
// as it is or with nothing to do. What is left then is the rule that looks at
// comments: without any, golangci-lint would not even load the packages.
func allRules(*tree) string { return golangciConfig("") }

func noRules(*tree) string {
	rules := "          rules:\n"
	for _, r := range analyzers.All() {
		if r.Name != "jwtignore" {
			rules += "            " + r.Name + ": {enabled: false}\n"
		}
	}
	return golangciConfig(rules)
}

// factless is a small linter of golangci-lint's own: without facts, it need not
// read the dependencies from source, which any plug-in with facts has it do.
func factless(*tree) string {
	return "version: \"2\"\nlinters:\n  default: none\n  enable: [durationcheck]\n"
}

func golangciConfig(rules string) string {
	return `version: "2"
linters:
  default: none
  enable: [jwtvet]
  settings:
    custom:
      jwtvet:
        type: module
        settings:
          config: none
` + rules
}
