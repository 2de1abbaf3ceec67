package driver

import (
	"errors"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// AnalyzeEach runs Analyze for each of several modules and joins what comes of
// it. What cannot be analysed at all is told as a broken package by its name;
// it is an error only if it has none.
func AnalyzeEach(runs []Options, analyzers []*analysis.Analyzer) (*Outcome, error) {
	joined := &Outcome{Fset: token.NewFileSet()}
	loaded := 0 // packages, of the runs so far
	for _, opts := range runs {
		opts.fset = joined.Fset
		if see, earlier := opts.Watch, loaded; see != nil {
			opts.Watch = func(e Event) {
				e.Done, e.Total = e.Done+earlier, e.Total+earlier
				loaded = e.Total
				see(e)
			}
		}
		out, err := Analyze(opts, analyzers)
		none := noPackages("")
		switch {
		case errors.As(err, &none) && opts.MayLack:
			joined.Empty = append(joined.Empty, opts)
			continue
		case err != nil && opts.Name == "":
			return nil, err
		case err != nil:
			joined.Broken = append(joined.Broken, Broken{Path: opts.Name, Err: err.Error()})
			continue
		}
		joined.Diagnostics = append(joined.Diagnostics, out.Diagnostics...)
		joined.Ignored = append(joined.Ignored, out.Ignored...)
		joined.Broken = append(joined.Broken, out.Broken...)
		joined.addFaults(out.Faults)
	}
	return joined, nil
}

// ignored lists the files of the package that the build leaves out.
func (p *listed) ignored() []string {
	var out []string
	for _, name := range p.IgnoredGoFiles {
		out = append(out, filepath.Join(p.Dir, name))
	}
	return out
}

// unbuilt returns the folder of a package all whose files, if there are any,
// are left out of the build, and "" for others.
func (p *listed) unbuilt() string {
	if p.Dir == "" || len(p.GoFiles)+len(p.CgoFiles) > 0 {
		return ""
	}
	entries, err := os.ReadDir(p.Dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasSuffix(name, ".go") && !strings.HasPrefix(name, "_") && !strings.HasPrefix(name, ".") &&
			!slices.Contains(p.IgnoredGoFiles, name) {
			return ""
		}
	}
	return p.Dir
}
