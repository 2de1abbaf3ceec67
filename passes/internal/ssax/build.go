// Package ssax answers questions about SSA form that need no word about JWT.
package ssax

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Analyzer gives each engine that looks at a package the same SSA form of it,
// built when the first one asks.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtssa",
	Doc:        "build SSA form on demand",
	Run:        func(pass *analysis.Pass) (any, error) { return &Program{pass: pass}, nil },
	ResultType: reflect.TypeFor[*Program](),
}

// Program is the SSA form of a package, not built yet.
type Program struct {
	pass  *analysis.Pass
	once  sync.Once
	pkg   *ssa.Package
	funcs []*ssa.Function
}

// Build returns what the function Build does, and builds it only once.
func (p *Program) Build() (*ssa.Package, []*ssa.Function) {
	p.once.Do(func() { p.pkg, p.funcs = Build(p.pass) })
	return p.pkg, p.funcs
}

// Build returns the SSA form of the package under analysis and its source
// functions: declared ones and function literals, in source order.
//
// It stands in for x/tools' buildssa, which requires ctrlflow: an analyzer with
// facts, which makes every driver analyse the whole import closure from source.
func Build(pass *analysis.Pass) (*ssa.Package, []*ssa.Function) {
	prog := ssa.NewProgram(pass.Fset, ssa.BareInits) // No calls of what the imports initialise.
	prog.SetNoReturn(neverReturns)
	for _, p := range named(pass) {
		prog.CreatePackage(p, nil, nil, true)
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg, sourceFuncs(pkg, pass)
}

// named returns the packages whose functions and variables the package names.
// SSA makes methods, and what packages further down have, on demand. Creating all
// that the imports have would be a fifth of the work.
func named(pass *analysis.Pass) []*types.Package {
	seen := map[*types.Package]bool{pass.Pkg: true, nil: true}
	var out []*types.Package
	for _, obj := range pass.TypesInfo.Uses {
		if p := obj.Pkg(); !seen[p] && obj.Parent() == p.Scope() {
			switch obj.(type) {
			case *types.Func, *types.Var:
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	slices.SortFunc(out, func(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) })
	return out
}

// neverReturns names the functions of the standard library after which nothing
// runs, so that a check that ends in one of them counts as leaving.
func neverReturns(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "os":
		return fn.Name() == "Exit"
	case "runtime":
		return fn.Name() == "Goexit"
	case "log":
		switch fn.Name() {
		case "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln":
			return true
		}
	}
	return false
}

// sourceFuncs lists the package's functions by declaration order, each
// followed by its literals, and the package initializer last.
func sourceFuncs(pkg *ssa.Package, pass *analysis.Pass) []*ssa.Function {
	var out []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || fn.Blocks == nil {
			return
		}
		out = append(out, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, file := range pass.Files {
		for _, fn := range declaredIn(file, pass.TypesInfo) {
			add(pkg.Prog.FuncValue(fn))
		}
	}
	add(pkg.Func("init"))
	return out
}
