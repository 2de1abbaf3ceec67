package jwtdep

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/vuln"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// use is a library as one package imports it.
type use struct {
	lib   *model.Library
	spec  *ast.ImportSpec // the first one
	pkg   *types.Package
	paths []string // of all its packages that are imported
}

// run looks up each library that the package imports.
func run(pass *analysis.Pass, opts *rule.Options) (any, error) {
	rep := diag.New(pass, opts)
	result := flow.ResultOf(pass)
	below := result.ImportedBelow()
	for _, u := range uses(pass) {
		version, replaced := result.Version(u.pkg)
		if replaced || u.told(below, version) {
			continue
		}
		// Have: a release of the library, perhaps of a version that nobody tells.
		if f, ok := u.finding(version); ok {
			f.Pos, f.End = u.spec.Path.Pos(), u.spec.Path.End()
			rep.Report(f)
		}
	}
	return rep.Used(), nil
}

// uses lists the libraries that a package imports, in the order of its files'
// names. What its tests import counts if nothing else does.
func uses(pass *analysis.Pass) []*use {
	name := func(f *ast.File) string { return pass.Fset.Position(f.FileStart).Filename }
	var files, tests []*ast.File
	for _, f := range pass.Files {
		if diag.InTest(pass, f.FileStart) {
			tests = append(tests, f)
		} else {
			files = append(files, f)
		}
	}
	var out []*use
	for _, list := range [][]*ast.File{files, tests} {
		slices.SortFunc(list, func(a, b *ast.File) int { return cmp.Compare(name(a), name(b)) })
		before := len(out)
		for _, f := range list {
			for _, spec := range f.Imports {
				out = add(out, before, pass, spec)
			}
		}
	}
	return out
}

// add notes an import with the uses that begin at from, unless an earlier one
// is of the same library.
func add(uses []*use, from int, pass *analysis.Pass, spec *ast.ImportSpec) []*use {
	path, err := strconv.Unquote(spec.Path.Value)
	name := pass.TypesInfo.PkgNameOf(spec)
	lib := jwt.LibraryOf(path)
	if err != nil || name == nil || lib == nil {
		return uses
	}
	for i, u := range uses {
		if u.lib == lib {
			if i >= from {
				u.paths = append(u.paths, path)
			}
			return uses
		}
	}
	return append(uses, &use{lib: lib, spec: spec, pkg: name.Imported(), paths: []string{path}})
}

// finding says what is wrong with a library. A vulnerability tells more than that
// nobody mends it.
func (u *use) finding(version string) (f diag.Finding, ok bool) {
	faults := u.faults(version)
	name, _, _ := strings.Cut(u.lib.Name, " v")
	switch {
	case len(faults) > 0:
		f.Category = "jwtdep/vulnerable"
		release, _, _ := strings.Cut(version, "+")
		f.Message = fmt.Sprintf("%s %s has %s; %s", name, release, summary(faults), u.remedy(faults))
	case u.lib.Successor != "":
		f.Category = "jwtdep/abandoned"
		f.Message = u.lib.Name + " is maintained no longer (new faults stay); move to " + u.lib.Successor
	default:
		return f, false
	}
	for _, fault := range faults {
		phrase := strings.Join(append([]string{fault.ID}, fault.Aliases...), ", ")
		if fault.Words != "" {
			phrase += ": " + fault.Words
		}
		if fault.Fixed != "" {
			phrase += "; fixed in " + fault.Fixed
		}
		f.Steps = append(f.Steps, flow.Step{Phrase: phrase})
	}
	return f, true
}

// told reports whether there is a finding of the same faults in a package
// below, which imports some packages of libraries.
func (u *use) told(below []string, version string) bool {
	same := use{lib: u.lib, paths: slices.DeleteFunc(slices.Clone(below), func(path string) bool { return jwt.LibraryOf(path) != u.lib })}
	told := same.faults(version)
	return len(same.paths) > 0 && !slices.ContainsFunc(u.faults(version), func(fault vuln.Fault) bool {
		return !slices.ContainsFunc(told, func(f vuln.Fault) bool { return f.ID == fault.ID })
	})
}

func (u *use) faults(version string) []vuln.Fault {
	var out []vuln.Fault
	for _, module := range u.lib.Modules {
		out = append(out, vuln.Of(module, version, u.paths)...)
	}
	return out
}

// summary names the newest of the faults.
func summary(faults []vuln.Fault) string {
	newest := faults[len(faults)-1]
	text := newest.ID
	if newest.Words != "" {
		text += " (" + newest.Words + ")"
	}
	if more := len(faults) - 1; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// remedy is what to require instead.
func (u *use) remedy(faults []vuln.Fault) string {
	fixed := vuln.Fixed(faults)
	switch {
	case u.lib.Successor != "":
		return "move to " + u.lib.Successor
	case fixed != "":
		return "require " + fixed + " or later"
	}
	return "no version mends it yet"
}
