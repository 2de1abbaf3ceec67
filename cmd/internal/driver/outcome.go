package driver

import (
	"go/token"
	"slices"

	"github.com/jwtvet/jwtvet/passes/engine"
)

// Broken is a package that could not be analysed.
type Broken struct {
	Path string
	Err  string // one line, with the place where there is one
	Dir  string // the package's folder, if it is just that none of its files is built
}

// Outcome is what a run over packages found.
type Outcome struct {
	Fset        *token.FileSet
	Diagnostics []Diagnostic // of the packages that the patterns name
	Broken      []Broken
	Empty       []Options     // runs that found no packages, and may
	Ignored     []string      // files of those packages that the build leaves out
	Faults      engine.Faults // of the project's own models
}

// importerOf names the package that asks for one that cannot be found: the last
// of the stack but itself, which not every release of the go command adds.
func importerOf(p *listed) string {
	for _, path := range slices.Backward(p.Error.ImportStack) {
		if p.DepOnly && path != p.ImportPath {
			return path
		}
	}
	return p.ImportPath
}

// outcome collects the findings of the named packages, and all packages that
// could not be analysed: those that cannot matter only if they could
// not even be listed.
func (l *loader) outcome(pkgs []*listed) *Outcome {
	out := &Outcome{Fset: l.fset}
	for _, p := range pkgs {
		u := l.units[p.ImportPath]
		if !p.DepOnly {
			out.Ignored = append(out.Ignored, p.ignored()...)
		}
		if u != nil {
			out.addFaults(u.faults)
		}
		switch {
		case u == nil && p.Error != nil && p.Module == nil && !p.Standard:
			// Nobody knows what it imports: it may be what makes the others matter.
			out.Broken = append(out.Broken, Broken{Path: importerOf(p), Err: p.Error.String()})
		case u == nil && p.Error != nil && !p.DepOnly:
			out.Broken = append(out.Broken, Broken{p.ImportPath, p.Error.String(), p.unbuilt()})
		case u == nil:
		case u.broken != "" && (!p.DepOnly || p.Module != nil && p.Module.Main):
			out.Broken = append(out.Broken, Broken{Path: p.ImportPath, Err: u.broken})
		case u.report:
			if u.known != nil {
				u.diagnostics = l.recalled(u.known)
			}
			if p.Module == nil || !p.Module.Main {
				u.withoutFixes() // Another's source, in the module cache or vendored.
			}
			out.Diagnostics = append(out.Diagnostics, u.diagnostics...)
		}
	}
	return out
}
