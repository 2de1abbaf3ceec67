package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/cmd/internal/targets"
)

// analyze runs the rules on what the arguments name, seen from base. Files
// that are named and left out are told to stderr; they are no failure.
func (s *settings) analyze(args []string, base string, stderr io.Writer) (*driver.Outcome, error) {
	if len(args) == 0 {
		args = []string{"./..."}
	}
	plan, err := targets.Find(base, args, s.modules)
	if err != nil {
		return nil, err
	}
	watch := s.watch(stderr)
	var runs []driver.Options
	for _, r := range plan.Runs {
		opts := driver.Options{
			Dir: r.Dir, Tags: s.tags, Tests: s.tests, Patterns: r.Patterns,
			Alone: r.Alone, MayLack: r.Found, Watch: watch.see, Own: s.own, Cache: s.cache,
		}
		if len(plan.Runs) > 1 || r.Dir != base {
			opts.Name = r.Name
		}
		runs = append(runs, opts)
	}
	out, err := driver.AnalyzeEach(runs, analyzersOf(s.plan.Rules()))
	watch.end(stderr)
	if err != nil {
		return nil, errors.New(within(base, err.Error()))
	}
	for _, path := range out.Ignored {
		if arg, named := plan.Files[path]; named {
			plan.Skipped.Add("left out by build constraints", arg)
		}
	}
	for _, opts := range out.Empty {
		plan.Skipped.Add("no packages that are built", within(base, opts.Dir))
	}
	out.Broken = slices.DeleteFunc(out.Broken, func(b driver.Broken) bool { return plan.Folders[b.Dir] })
	for _, p := range plan.Problems {
		out.Broken = append(out.Broken, driver.Broken{Path: p.Path, Err: p.Err})
	}
	for i, b := range out.Broken {
		out.Broken[i].Path, out.Broken[i].Err = within(base, b.Path), within(base, b.Err)
	}
	for _, line := range plan.Skipped.Lines() {
		fmt.Fprintln(stderr, "jwtvet:", line)
	}
	return out, nil
}

// within makes the paths in a text relative to base.
func within(base, text string) string {
	if text == base {
		return "."
	}
	start := regexp.MustCompile(`(^|[\s("'=])` + regexp.QuoteMeta(base+string(filepath.Separator)))
	return start.ReplaceAllString(text, "$1")
}
