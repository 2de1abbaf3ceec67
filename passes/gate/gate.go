// Package gate answers the cheapest question first: can a package matter at all?
// Drivers ask it before they read a single Go file.
package gate

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
)

// Gate answers for the built-in models and a project's own. The zero Gate
// knows of the former alone.
type Gate struct{ models *own.Models }

// Of returns the gate of a project with models of its own; nil for none.
func Of(project *engine.Own) Gate { return Gate{project.Models()} }

// Modelled reports whether importPath is a package that the models describe:
// of a library, or one of the project's own.
// A package matters only if such a package is in its import closure, or if
// it belongs to a main module that requires one (see Modules).
func (g Gate) Modelled(importPath string) bool {
	return jwt.Has(importPath) || g.models.Has(importPath)
}

// RequiresLibrary reports whether the go.mod above dir requires a modelled
// library, or belongs to a module that the project has described or requires
// one, directly or not; also if there is no go.mod to be read.
func (g Gate) RequiresLibrary(dir string) bool { return access.RequiresLibrary(dir, g.models) }

// Serves reports whether the path is that of a package that answers requests:
// importers may hold handlers.
func (g Gate) Serves(importPath string) bool { return g.models.Serves(importPath) }

// Modules returns the module paths of the modelled libraries, sorted.
// A module whose go.mod requires none of them, and that the project has not
// described, cannot have findings.
func Modules() []string { return jwt.Modules() }

// LooksAtHandlers reports whether one of the analyzers wants to see handlers,
// which need not reach a JWT library.
func LooksAtHandlers(analyzers []*analysis.Analyzer) bool {
	return slices.ContainsFunc(analyzers, func(a *analysis.Analyzer) bool {
		return slices.ContainsFunc(a.Requires, func(r *analysis.Analyzer) bool { return r.Name == access.Name })
	})
}
