package flow

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

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
