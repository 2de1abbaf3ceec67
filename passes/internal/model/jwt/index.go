// Package jwt holds the models of the JWT libraries, one file per family, and
// looks rows up by the type checker's objects.
package jwt

import (
	"go/types"
	"path"
	"slices"
	"sync"

	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Libraries returns every library that has rows, sorted by name.
func Libraries() []*model.Library { return filled() }

var filled = sync.OnceValue(func() []*model.Library {
	for _, lib := range libraries {
		lib.Filled()
	}
	return libraries
})

// libraries is the list of all families. A new library is a file beside this
// one and a line here.
var libraries = []*model.Library{
	auth0v1,
	auth0v2,
	auth0v3,
	dgrijalvaV3,
	dgrijalvaV4,
	echoJWTv4,
	echoJWTv5,
	echoOwnJWT,
	fiberContribV2,
	fiberContribV3,
	fiberJWTv2,
	fiberJWTv3,
	fiberJWTv4,
	firebaseAuth,
	form3tech,
	ginJWTv2,
	ginJWTv3,
	goJoseV2,
	goJoseV3,
	goJoseV4,
	goKit,
	golangJWTv3,
	golangJWTv4,
	golangJWTv5,
	googleIDToken,
	goOIDCv2,
	goOIDCv3,
	goZero,
	hertzJWT,
	irisJWT,
	jose2go,
	jwtauthV1,
	jwtauthV5,
	jwxV1,
	jwxV2,
	jwxV3,
	jwxV4,
	katarasJWT,
	keyfuncV1,
	keyfuncV2,
	keyfuncV3,
	kratosJWT,
	squareV2,
	zitadelOP,
	zitadelRP,
}

// LibraryOf returns the library that the import path belongs to, or nil.
func LibraryOf(importPath string) *model.Library { return librariesByPath()[importPath].Filled() }

// Has reports whether the import path belongs to a library.
func Has(importPath string) bool { return librariesByPath()[importPath] != nil }

// librariesByPath indexes the libraries by their packages on first use.
var librariesByPath = sync.OnceValue(func() map[string]*model.Library {
	out := make(map[string]*model.Library)
	for _, list := range [][]*model.Library{known, libraries} { // The latter win.
		for _, lib := range slices.Backward(list) {
			for _, path := range lib.Packages {
				out[path] = lib
			}
		}
	}
	return out
})

// MakesMiddlewares reports whether the import path belongs to a library that
// verifies on behalf of handlers.
func MakesMiddlewares(importPath string) bool {
	lib := LibraryOf(importPath)
	return lib != nil && slices.ContainsFunc(lib.Funcs, func(row model.Func) bool { return row.Does == model.MakesMiddleware })
}

// Modules returns the module paths of all libraries, sorted, each once. The list
// is everyone's: it is not to be changed.
func Modules() []string { return modules() }

var modules = sync.OnceValue(func() []string {
	var out []string
	for _, list := range [][]*model.Library{known, libraries} {
		for _, lib := range list {
			out = append(out, lib.Modules...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
})

// FuncOf returns the row of a function or method of a library at the given
// version ("" if unknown: the newest row), or nil.
func FuncOf(fn *types.Func, version string) *model.Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	lib := LibraryOf(fn.Pkg().Path())
	if lib == nil {
		return nil
	}
	return Match(lib.Funcs, fn, version)
}

// Match returns the row among rows that a function or method has at the given
// version, or nil.
func Match(rows []model.Func, fn *types.Func, version string) *model.Func {
	recv := model.ReceiverName(fn)
	for i := range rows {
		row := &rows[i]
		if row.Name == fn.Name() && row.Recv == recv && within(row.Pkg, fn.Pkg()) && holds(row.Since, row.Until, version) {
			return row
		}
	}
	return nil
}

// within reports whether a package is the one that a row names, if it does.
func within(name string, pkg *types.Package) bool {
	return name == "" || pkg != nil && path.Base(pkg.Path()) == name
}

// holds reports whether version lies in [since, until). An unknown version is
// taken for the newest release.
func holds(since, until, version string) bool {
	if version == "" {
		return until == ""
	}
	return (since == "" || semver.Compare(version, since) >= 0) &&
		(until == "" || semver.Compare(version, until) < 0)
}

// FieldOf returns the row of a field of the named type, or nil.
func FieldOf(t types.Type, field string) *model.Field {
	named, lib := namedOf(t)
	if lib == nil {
		return nil
	}
	for i := range lib.Fields {
		if row := &lib.Fields[i]; row.Type == named.Obj().Name() && row.Name == field {
			return row
		}
	}
	return nil
}

// TypeOf returns the row of a library's named type, through pointers, and its
// library; both nil for other types.
func TypeOf(t types.Type) (*model.Type, *model.Library) {
	named, lib := namedOf(t)
	if lib == nil {
		return nil, nil
	}
	for i := range lib.Types {
		if row := &lib.Types[i]; row.Name == named.Obj().Name() {
			return row, lib
		}
	}
	return nil, nil
}

// VarOf returns the row of a library's package variable or constant, or nil.
func VarOf(obj types.Object) *model.Var {
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	lib := LibraryOf(obj.Pkg().Path())
	if lib == nil || obj.Parent() != obj.Pkg().Scope() {
		return nil
	}
	for i := range lib.Vars {
		if row := &lib.Vars[i]; row.Name == obj.Name() {
			return row
		}
	}
	return nil
}

func namedOf(t types.Type) (*types.Named, *model.Library) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil, nil
	}
	return named, LibraryOf(named.Obj().Pkg().Path())
}
