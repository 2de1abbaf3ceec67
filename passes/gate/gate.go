// Package gate answers the cheapest question first: can a package matter at all?
// Drivers ask it before they read a single Go file.
package gate

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// Modelled reports whether importPath is a package of a library that the models describe.
// A package matters only if such a package is in its import closure, or if
// it belongs to a main module that requires one (see Modules).
func Modelled(importPath string) bool { return jwt.LibraryOf(importPath) != nil }

// Modules returns the module paths of the modelled libraries, sorted.
// A module whose go.mod requires none of them cannot have findings.
func Modules() []string { return jwt.Modules() }

// RequiresLibrary reports whether the go.mod above dir requires a modelled
// library, directly or not; also if there is no go.mod to be read.
func RequiresLibrary(dir string) bool { return access.RequiresLibrary(dir) }

// Serves reports whether the path is that of a package that answers requests:
// importers may hold handlers.
func Serves(importPath string) bool { return web.Of(importPath) != nil }

// LooksAtHandlers reports whether one of the analyzers wants to see handlers,
// which need not reach a JWT library.
func LooksAtHandlers(analyzers []*analysis.Analyzer) bool {
	return slices.ContainsFunc(analyzers, func(a *analysis.Analyzer) bool {
		return slices.ContainsFunc(a.Requires, func(r *analysis.Analyzer) bool { return r.Name == access.Name })
	})
}
