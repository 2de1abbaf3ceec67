// Package ssax answers questions about SSA form that need no word about JWT.
package ssax

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Build returns the SSA form of the package under analysis and its source
// functions: declared ones and function literals, in source order.
//
// It stands in for x/tools' buildssa, which requires ctrlflow: an analyzer with
// facts, which makes every driver analyse the whole import closure from source.
func Build(pass *analysis.Pass) (*ssa.Package, []*ssa.Function) {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(neverReturns)
	created := make(map[*types.Package]bool)
	var create func(pkgs []*types.Package)
	create = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !created[p] {
				created[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(pass.Pkg.Imports())
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg, sourceFuncs(pkg, pass)
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
