package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"
)

// load parses, checks and analyses one package, each time after what that
// needs. Its syntax is dropped afterwards; importers need types and facts only.
func (l *loader) load(u *unit) {
	switch {
	case u.ImportPath == "unsafe":
		u.types = types.Unsafe
		return
	case u.types != nil:
		return // Nothing of it is needed.
	case u.narrowed != nil:
		l.await(u, u.narrowed.imports)
		l.busy(func() { l.check(u, u.narrowed.files, "") })
		u.narrowed = nil
		return
	}
	if u.known == nil {
		l.await(u, slices.DeleteFunc(slices.Clone(u.Imports), func(path string) bool {
			dep := l.units[path]
			return dep == nil || !dep.reaches
		}))
		u.analyse = l.matters(u, func(dep *unit) bool { return dep.types != nil && l.facts.has(dep.types) })
	}
	var files []*ast.File
	var problem string
	imports := u.Imports
	if u.analyse {
		l.await(u, imports)
	}
	l.busy(func() {
		start := time.Now()
		if files, problem = l.parse(u); !u.analyse {
			imports = slices.Sorted(maps.Keys(l.trim(u, files, nil)))
		}
		u.took = time.Since(start)
	})
	if !u.analyse {
		l.await(u, imports)
	}
	l.busy(func() { l.check(u, files, problem) })
}

// trim leaves of files what is in demand and what that depends on, and returns
// what they need of the packages that they still import, by path.
func (l *loader) trim(u *unit, files []*ast.File, d demand) map[string]demand {
	prune(files, d)
	needs := make(map[string]demand)
	for _, f := range files {
		for path, more := range trim(f, l.nameOf(u)) {
			needs[path] = joined(needs[path], more)
		}
	}
	return needs
}

// nameOf returns a function that tells what a package is called that u imports;
// "" if it is not there.
func (l *loader) nameOf(u *unit) func(path string) string {
	return func(path string) string {
		if dep := l.units[u.resolve(path)]; dep != nil {
			return dep.Name
		}
		return ""
	}
}

// check checks the types of a package, and analyses it if it matters.
func (l *loader) check(u *unit, files []*ast.File, problem string) {
	start := time.Now().Add(-u.took)
	if u.analyse && len(u.CgoFiles) > 0 {
		dropC(files)
	}
	var info *types.Info // Of packages that are needed for their types only, nothing is recorded.
	if u.analyse {
		info = NewInfo()
	}
	problems := l.typed(u, files, info)
	if problem != "" {
		problems = slices.Insert(problems, 0, problem)
	}
	if u.analyse && len(problems) == 0 {
		problems = l.meaningless(files, info, len(u.CgoFiles) > 0)
	}
	goesOn := u.analyse && len(problems) == 0
	l.watch.phase(Checking, u.ImportPath, start, !goesOn && l.wanted(u))
	if u.known != nil {
		l.remind(u)
	}
	if !u.analyse {
		return
	}
	if len(problems) > 0 {
		u.broken = brief(problems)
		return
	}
	pkg := &Package{Path: u.ImportPath, Fset: l.fset, Files: files, Types: u.types, Info: info, Sizes: Sizes(), Module: u.module()}
	start = time.Now()
	diags, err := Run(pkg, l.analyzers, l.facts)
	l.watch.phase(Analysing, u.ImportPath, start, true)
	if err != nil && !errors.As(err, &u.faults) {
		u.broken = err.Error()
	}
	u.diagnostics = diags
	l.remember(u)
}

// typed has the type checker look at a package, and returns what it complains of.
func (l *loader) typed(u *unit, files []*ast.File, info *types.Info) (problems []string) {
	conf := types.Config{
		Importer: Importer(func(path string) (*types.Package, error) { return l.imported(u, path) }),
		Error: func(err error) {
			if len(u.CgoFiles) == 0 || !strings.Contains(err.Error(), "imported and not used") {
				problems = append(problems, err.Error())
			}
		},
		FakeImportC:      len(u.CgoFiles) > 0,
		IgnoreFuncBodies: !u.analyse,
		Sizes:            Sizes(),
	}
	if u.Module != nil && u.Module.GoVersion != "" {
		conf.GoVersion = "go" + u.Module.GoVersion
	}
	u.types, _ = conf.Check(trimVariant(u.ImportPath), l.fset, files, info)
	return problems
}

// Sizes are those of the machine that we run on.
func Sizes() types.Sizes { return types.SizesFor("gc", runtime.GOARCH) }

// meaningless reports a name that the type checker has let pass without saying
// what it is: it complains where a type is broken, and no more in the packages
// that import it. Nothing can be said of such a package; where it is for cgo to
// know what the name is, only the function is dropped.
func (l *loader) meaningless(files []*ast.File, info *types.Info, cgo bool) []string {
	for _, f := range files {
		for _, decl := range f.Decls {
			name := unknown(decl, info)
			if name == nil {
				continue
			}
			if !cgo {
				return []string{l.fset.Position(name.Pos()).String() + ": what " + name.Name + " is cannot be told, as a package below has errors"}
			}
			if fn, ok := decl.(*ast.FuncDecl); ok {
				fn.Body = nil
			}
		}
	}
	return nil
}

// unknown returns the first selected name in a declaration that means nothing
// to the type checker; nil if there is none.
func unknown(decl ast.Decl, info *types.Info) *ast.Ident {
	for n := range ast.Preorder(decl) {
		if sel, ok := n.(*ast.SelectorExpr); ok && info.Uses[sel.Sel] == nil {
			return sel.Sel
		}
	}
	return nil
}

// dropC removes the bodies of functions that use C. What those names mean only
// cgo knows, after running the C compiler; the other functions do not need it.
func dropC(files []*ast.File) {
	for _, f := range files {
		for _, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || fn.Body == nil {
				continue
			}
			ast.Inspect(fn.Body, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := sel.X.(*ast.Ident); ok && x.Name == "C" {
						fn.Body = nil
						return false
					}
				}
				return fn.Body != nil
			})
		}
	}
}

// imported returns a package that u imports, for the type checker.
func (l *loader) imported(u *unit, path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	dep := l.units[u.resolve(path)]
	if dep == nil || dep.types == nil {
		return nil, fmt.Errorf("cannot find package %q", path)
	}
	return dep.types, nil
}

// Importer is a function that finds packages for the type checker.
type Importer func(path string) (*types.Package, error)

// Import calls the function.
func (f Importer) Import(path string) (*types.Package, error) { return f(path) }

// NewInfo returns what the type checker is to record for an analysis: all that an
// analyzer or SSA form asks for. Which scope belongs to which node, they do not.
func NewInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

// trimVariant turns "p [p.test]" into "p".
func trimVariant(path string) string {
	for i := range len(path) {
		if path[i] == ' ' {
			return path[:i]
		}
	}
	return path
}

// brief tells the first of several problems.
func brief(problems []string) string {
	if len(problems) == 1 {
		return problems[0]
	}
	return fmt.Sprintf("%s (and %d more)", problems[0], len(problems)-1)
}
