package flow

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
)

// newResult returns the answers for a package that has not been followed yet.
func newResult(pass *analysis.Pass, reaches bool, models *own.Models) *Result {
	res := &Result{looked: reaches, models: models}
	if reaches {
		res.pass = pass
	}
	return res
}

// Version returns the version of the library that an imported package belongs
// to, "" if the build does not tell; replaced: the build has put something else
// in its place.
func (r *Result) Version(imported *types.Package) (version string, replaced bool) {
	fact := new(PackageFact)
	if r.pass == nil || !r.pass.ImportPackageFact(imported, fact) {
		return "", false
	}
	return fact.Version, fact.Replaced
}

// ImportedBelow lists the packages of libraries that the packages imported here
// import, or those below them, each in its main module; sorted.
func (r *Result) ImportedBelow() []string {
	if r.pass == nil {
		return nil
	}
	return handedUp(r.pass, importsOf)
}

// importedLibraries adds what the package imports itself, outside of tests.
func importedLibraries(pass *analysis.Pass) []string {
	out := handedUp(pass, importsOf)
	for _, file := range pass.Files {
		if isTestFile(pass, file.FileStart) {
			continue
		}
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && jwt.LibraryOf(path) != nil {
				out = append(out, path)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
