// Package ssax answers questions about SSA form that need no word about JWT.
package ssax

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
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
	declareNamed(prog, pass)
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg, sourceFuncs(pkg, pass)
}

// declareNamed creates those functions and variables of other packages that the
// package names. SSA makes methods on demand. All that the imports have would be
// up to a quarter of the work: generated clients have thousands of functions.
func declareNamed(prog *ssa.Program, pass *analysis.Pass) {
	named := make(map[*types.Package]map[types.Object]bool)
	for _, obj := range pass.TypesInfo.Uses {
		p := obj.Pkg()
		if p == nil || p == pass.Pkg || obj.Parent() != p.Scope() {
			continue
		}
		switch obj.(type) {
		case *types.Func, *types.Var:
			if named[p] == nil {
				named[p] = make(map[types.Object]bool)
			}
			named[p][obj] = true
		}
	}
	for p, objects := range named {
		declare(prog, p, objects)
	}
}

// declare creates a package that has some objects only. A declaration of their names
// stands for its source. Its keyword is const because SSA asks of the names in such a
// declaration for their objects alone, and makes of a function or variable what it
// makes of one in export data, without a body.
func declare(prog *ssa.Program, p *types.Package, objects map[types.Object]bool) {
	spec := new(ast.ValueSpec)
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object, len(objects))}
	for obj := range objects {
		id := &ast.Ident{Name: obj.Name()}
		spec.Names = append(spec.Names, id)
		info.Defs[id] = obj
	}
	file := &ast.File{Decls: []ast.Decl{&ast.GenDecl{Tok: token.CONST, Specs: []ast.Spec{spec}}}}
	prog.CreatePackage(p, []*ast.File{file}, info, true)
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
