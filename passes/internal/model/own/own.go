// Package own holds what a project has said about packages of its own: rows in
// the shape of the built-in ones, which are asked first. What such a row says
// is stronger than what the function's body shows.
package own

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// Models are a project's own rows. A nil one has none, and answers with the
// built-in rows alone.
type Models struct {
	Funcs      map[string][]model.Func   // what has to do with tokens, by import path
	Frameworks map[string]*web.Framework // what has to do with requests, by import path
	Public     map[string]bool           // record types that belong to nobody: "example.com/app.Notice"
	Claims     map[string]bool           // types of what a verified token says, likewise
	Packages   map[string]bool           // all import paths that a row names
	Resolver   *analysis.Analyzer        // fails in a package that lacks what its rows name
}

// Has reports whether a row names something of the package.
func (m *Models) Has(importPath string) bool { return m != nil && m.Packages[importPath] }

// Paths lists the packages with rows, sorted.
func (m *Models) Paths() []string {
	if m == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(m.Packages))
}

// Requires lists what an engine requires beside its other requirements.
func (m *Models) Requires(others ...*analysis.Analyzer) []*analysis.Analyzer {
	if m == nil || m.Resolver == nil {
		return others
	}
	return append(others, m.Resolver)
}

// Func returns the project's own row of a function that has to do with tokens, or nil.
func (m *Models) Func(fn *types.Func) *model.Func {
	if m == nil || fn == nil || fn.Pkg() == nil {
		return nil
	}
	return jwt.Match(m.Funcs[fn.Pkg().Path()], fn, "")
}

// JWT returns the row of a function that has to do with tokens: the project's
// own, or the built-in one at the given version. What a middleware means for
// requests is said by the models of web frameworks.
func (m *Models) JWT(fn *types.Func, version string) *model.Func {
	if row := m.Func(fn); row != nil {
		return row
	}
	if fn == nil || fn.Pkg() == nil || jwt.MakesMiddlewares(fn.Pkg().Path()) {
		return nil
	}
	return jwt.FuncOf(fn, version)
}

// Speaks reports whether a row of the project's says what a function does.
func (m *Models) Speaks(fn *types.Func) bool {
	row := m.webFunc(fn)
	return m.Func(fn) != nil || row != nil && row.Does != web.Authorizes
}

// HoldsNobodys reports whether a row calls the records of a type public.
func (m *Models) HoldsNobodys(qualified string) bool {
	return m != nil && m.Public[strings.TrimLeft(qualified, "*[]")]
}

// Framework returns the framework that an import path belongs to, or nil. One
// of the project's own is a framework by its rows.
func (m *Models) Framework(importPath string) *web.Framework {
	if f := web.Of(importPath); f != nil {
		return f
	}
	return m.framework(importPath)
}

// Serves reports whether an import path belongs to a framework.
func (m *Models) Serves(importPath string) bool {
	return web.Has(importPath) || m.framework(importPath) != nil
}

func (m *Models) framework(importPath string) *web.Framework {
	if m == nil {
		return nil
	}
	return m.Frameworks[importPath]
}

// Web returns the row of a function that has to do with requests, or nil.
// Authorizers are left out: of them, rows say nothing that a framework's
// functions are asked for.
func (m *Models) Web(fn *types.Func) *web.Func {
	if row := m.webFunc(fn); row != nil && row.Does != web.Authorizes {
		return row
	}
	return web.FuncOf(fn)
}

// Authorizes reports whether a row calls a function an authorizer.
func (m *Models) Authorizes(fn *types.Func) bool {
	row := m.webFunc(fn)
	return row != nil && row.Does == web.Authorizes
}

func (m *Models) webFunc(fn *types.Func) *web.Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	if f := m.framework(fn.Pkg().Path()); f != nil {
		return f.Func(fn)
	}
	return nil
}

// Type returns what values of t are to a framework, through one pointer; 0 if
// no row says so.
func (m *Models) Type(t types.Type) web.TypeRole {
	if name := web.NameOf(t); name != nil {
		if f := m.framework(name.Pkg().Path()); f != nil {
			if is := f.Type(name); is != 0 {
				return is
			}
		}
	}
	return web.TypeOf(t)
}

// IsClaims reports whether a row says that values of t are what a verified token says.
func (m *Models) IsClaims(t types.Type) bool {
	if m == nil {
		return false
	}
	name := web.NameOf(t)
	return name != nil && m.Claims[name.Pkg().Path()+"."+name.Name()]
}
