// Package bench measures what jwtvet costs in its faces, beside other tools, on
// one tree in one run. Nothing in it is a test: the figures are of the machine
// they come from, and only their ratios travel.
package bench

import (
	"context"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

// Main is the whole program: args without its name. It returns the exit status.
func Main(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, args, stdout, stderr)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	fmt.Fprintln(stderr, "bench:", err)
	return 1
}

// The first word of the arguments can be one of these: what is measured in a
// process of its own, for a large process would count as the peak memory of
// those that it starts.
const (
	roleLetIn = "let-in"
	roleCheck = "type-check"
)

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 1 {
		switch args[0] {
		case roleLetIn:
			return printLetIn(ctx, args[1], args[2:], stdout)
		case roleCheck:
			return typeCheck(ctx, args[1])
		}
	}
	o, err := parse(args, stdout)
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "jwtvet-bench")
	if err != nil {
		return err
	}
	b := &bench{options: o, temp: temp, log: stderr}
	report, err := b.chosenMeasure(ctx)
	if err = errors.Join(err, os.RemoveAll(temp)); err != nil {
		return err
	}
	if o.json {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "\t")
		return enc.Encode(report)
	}
	return report.text(stdout)
}

// printable is what a run has found out.
type printable interface{ text(io.Writer) error }

// chosenMeasure does what the command line asks for.
func (b *bench) chosenMeasure(ctx context.Context) (printable, error) {
	if len(b.grow) > 0 {
		return b.measureGrowth(ctx)
	}
	return b.measure(ctx)
}

// options are what the command line says.
type options struct {
	dir      string
	patterns []string
	rounds   int
	json     bool
	only     string
	grow     []int             // sizes of trees to make and to measure on
	programs map[string]string // files that flags name, by the program
}

// none, in place of a file, leaves a program out.
const none = "none"

func parse(args []string, stdout io.Writer) (*options, error) {
	o := &options{programs: make(map[string]string)}
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.dir, "C", ".", "measure on the module in `dir`")
	fs.IntVar(&o.rounds, "rounds", 5, "run each command `n` times, and once before, which does not count")
	fs.BoolVar(&o.json, "json", false, "print all samples as JSON")
	fs.StringVar(&o.only, "only", "", "run only these `commands`, separated by commas")
	fs.Func("grow", "measure on trees that are made for it, of these `numbers` of packages, separated by commas", func(text string) (err error) {
		o.grow, err = parseSizes(text)
		return err
	})
	for _, p := range programs {
		fs.Func(p.name, "`file` of "+p.name+p.otherwise()+"; none leaves it out", func(file string) error {
			if o.programs[p.name] = file; file == none {
				return nil
			}
			_, err := buildinfo.ReadFile(file)
			return err
		})
	}
	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(stdout, "usage: go run cmd/internal/bench/main.go [flags] [packages]\n\n")
		fs.SetOutput(stdout)
		fs.PrintDefaults()
		fmt.Fprintf(stdout, "\ncommands: %s\n", strings.Join(faceNames(), ", "))
	}
	if err != nil {
		return nil, err
	}
	if o.rounds < 1 {
		return nil, fmt.Errorf("-rounds %d: want at least 1", o.rounds)
	}
	if len(o.grow) > 0 && (o.only != "" || o.dir != "." || fs.NArg() > 0) {
		return nil, errors.New("-grow makes its own trees and runs its own commands: leave out -C, -only and packages")
	}
	if o.patterns = fs.Args(); len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	if o.dir, err = filepath.Abs(o.dir); err != nil {
		return nil, err
	}
	info, err := os.Stat(o.dir)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("-C %s: not a folder", o.dir)
	}
	return o, err
}

// bench is one run of the program.
type bench struct {
	*options
	temp  string // folder of all that is built and kept meanwhile
	log   io.Writer
	paths map[string]string // files of the programs at hand
	tree  *tree
}

// measure runs all commands in all rounds.
func (b *bench) measure(ctx context.Context) (*Report, error) {
	faces, err := b.chosen()
	if err != nil {
		return nil, err
	}
	report := &Report{Dir: b.dir, Packages: b.patterns}
	if err := b.named(ctx); err != nil {
		return nil, err
	}
	if err := b.gather(ctx, faces, report); err != nil {
		return nil, err
	}
	if err := b.look(ctx); err != nil {
		return nil, err
	}
	report.describe(b.tree)
	for _, f := range faces {
		if b.paths[f.program] != "" {
			report.Commands = append(report.Commands, &Command{Name: f.name, face: f})
		}
	}
	if len(report.Commands) == 0 {
		return nil, errors.New("no program is there to run")
	}
	for round := range b.rounds + 1 {
		for i := range report.Commands {
			if round%2 == 1 { // What runs after what, and on a machine how warm, is not always the same.
				i = len(report.Commands) - 1 - i
			}
			c := report.Commands[i]
			if err := b.sample(ctx, c, round); err != nil {
				return nil, err
			}
		}
	}
	report.Ratios = report.ratios(limits)
	return report, nil
}

// sample runs a command once. Round 0 fills the caches and shows that it works.
func (b *bench) sample(ctx context.Context, c *Command, round int) error {
	call, err := b.ready(c.face, round)
	if err != nil {
		return err
	}
	s, err := call.run(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Name, err)
	}
	fmt.Fprintf(b.log, "round %d of %d: %-22s %8.2f CPU s %8.2f s %6.0f MB\n", round, b.rounds, c.Name, s.CPU, s.Wall, s.Peak)
	if c.Line = strings.Join(call.args, " "); round > 0 {
		c.Samples = append(c.Samples, *s)
	}
	return call.clean()
}

// output runs a command that is not measured, and returns what it prints. The
// error is one line.
func output(ctx context.Context, dir, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if line := firstLine(string(exit.Stderr)); line != "" {
			return "", errors.New(line)
		}
	}
	return string(out), err
}

// firstLine is the first line that is not empty, and not a note of the go
// command on its downloads or on what it builds.
func firstLine(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "go: downloading ") {
			return line
		}
	}
	return ""
}
