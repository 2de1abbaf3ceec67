package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/gate"
)

// Analyze finds the packages that can matter, loads those and their imports
// from source, and runs the analyzers on them. Packages that cannot reach a
// modelled library are not read. Imports that are needed for their types only
// are checked without function bodies.
//
// The error is for what leaves nothing to analyse, such as a pattern that
// matches no package.
func Analyze(opts Options, analyzers []*analysis.Analyzer) (*Outcome, error) {
	start := time.Now()
	pkgs, err := list(opts)
	if err != nil {
		return nil, err
	}
	if opts.fset == nil {
		opts.fset = token.NewFileSet()
	}
	l := &loader{
		watch:     watcher{see: opts.Watch},
		fset:      opts.fset,
		analyzers: analyzers,
		facts:     NewFacts(),
		units:     make(map[string]*unit),
		handlers:  gate.LooksAtHandlers(analyzers),
		gate:      gate.Of(opts.Own),
		modules:   make(map[string]bool),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
	}
	l.plan(pkgs)
	l.watch.total = len(l.order)
	l.watch.phase(Listing, "", start, false)
	l.execute()
	out := l.outcome(pkgs)
	out.Faults = append(out.Faults, unlisted(opts, pkgs)...)
	return out, nil
}

// loader holds the state of one Analyze.
type loader struct {
	fset      *token.FileSet
	analyzers []*analysis.Analyzer
	facts     *Facts
	units     map[string]*unit // those to load, by path
	order     []*unit          // imports first
	handlers  bool             // an analyzer looks at handlers
	gate      gate.Gate
	modules   map[string]bool // by folder: its module requires a library
	slots     chan struct{}   // one for each package worked on at a time
	watch     watcher
}

// unit is a package to load.
type unit struct {
	*listed
	analyse bool // with function bodies; settled when its imports are done
	report  bool // named by the patterns
	done    chan struct{}

	types       *types.Package
	diagnostics []Diagnostic
	broken      string
	faults      engine.Faults // of the models of this package
}

// plan chooses what to load: the packages that reach a library, those of the
// main module that they import, which may hold their keys, and whatever the types of all
// these need.
func (l *loader) plan(pkgs []*listed) {
	byPath := make(map[string]*listed, len(pkgs))
	variants := make(map[string]bool) // packages with a test variant
	for _, p := range pkgs {
		byPath[p.ImportPath] = p
		if p.ForTest != "" {
			variants[p.ForTest] = true
		}
	}
	need := make(map[string]bool)
	for _, p := range pkgs {
		p.handles = l.mayHandle(p)
		if p.reaches || p.handles {
			closure(p, byPath, need)
		}
	}
	for _, p := range pkgs {
		if !need[p.ImportPath] {
			continue
		}
		u := &unit{listed: p, done: make(chan struct{})}
		twice := p.ForTest == "" && variants[p.ImportPath] // Its test variant has the same files and more.
		u.report = !p.DepOnly && (p.reaches || p.handles) && !twice
		l.units[p.ImportPath] = u
		l.order = append(l.order, u)
	}
}

// mayHandle reports whether a package may hold handlers that a token guards,
// though nothing in it reaches a library: those of a main module that requires one.
func (l *loader) mayHandle(p *listed) bool {
	return l.handlers && p.Module != nil && p.Module.Main && slices.ContainsFunc(p.Imports, l.gate.Serves) && l.tokens(p.Module.Dir)
}

// tokens reports whether the module of a folder requires a library; each
// module is looked at once for all its packages.
func (l *loader) tokens(dir string) bool {
	known, ok := l.modules[dir]
	if !ok {
		known = l.gate.RequiresLibrary(dir)
		l.modules[dir] = known
	}
	return known
}

// closure adds a package and all it imports.
func closure(p *listed, byPath map[string]*listed, need map[string]bool) {
	if need[p.ImportPath] {
		return
	}
	need[p.ImportPath] = true
	for _, imp := range p.Imports {
		if dep := byPath[imp]; dep != nil {
			closure(dep, byPath, need)
		}
	}
}

// execute loads all units, each after its imports, as many at a time as there
// are processors.
func (l *loader) execute() {
	var wg sync.WaitGroup
	for _, u := range l.order {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer close(u.done)
			for _, imp := range u.Imports {
				if dep := l.units[imp]; dep != nil {
					<-dep.done
				}
			}
			l.slots <- struct{}{}
			l.load(u)
			<-l.slots
		}()
	}
	wg.Wait()
}

// matters reports whether a package has to be analysed: it is of a main module,
// or it imports a modelled library or a package with facts. Other dependencies
// that reach a library, through packages that say nothing, add nothing.
func (l *loader) matters(u *unit) bool {
	if u.Module != nil && u.Module.Main || l.gate.Modelled(u.ImportPath) {
		return true
	}
	for _, imp := range u.Imports {
		dep := l.units[imp]
		if l.gate.Modelled(imp) || dep != nil && dep.types != nil && l.facts.has(dep.types) {
			return true
		}
	}
	return false
}

// withoutFixes drops the fixes that the package's findings offer.
func (u *unit) withoutFixes() {
	for i := range u.diagnostics {
		u.diagnostics[i].SuggestedFixes = nil
	}
}

// load parses, checks and analyses one package. Its syntax is dropped
// afterwards; importers need types and facts only.
func (l *loader) load(u *unit) {
	if u.ImportPath == "unsafe" {
		u.types = types.Unsafe
		return
	}
	start := time.Now()
	u.analyse = l.matters(u)
	files, problem := l.parse(u)
	if u.analyse && len(u.CgoFiles) > 0 {
		dropC(files)
	}
	info := newInfo(u.analyse)
	var problems []string
	if problem != "" {
		problems = append(problems, problem)
	}
	conf := types.Config{
		Importer: importerFunc(func(path string) (*types.Package, error) { return l.imported(u, path) }),
		Error: func(err error) {
			if len(u.CgoFiles) == 0 || !strings.Contains(err.Error(), "imported and not used") {
				problems = append(problems, err.Error())
			}
		},
		FakeImportC:      len(u.CgoFiles) > 0,
		IgnoreFuncBodies: !u.analyse,
		Sizes:            types.SizesFor("gc", runtime.GOARCH),
	}
	if u.Module != nil && u.Module.GoVersion != "" {
		conf.GoVersion = "go" + u.Module.GoVersion
	}
	u.types, _ = conf.Check(trimVariant(u.ImportPath), l.fset, files, info)
	goesOn := u.analyse && len(problems) == 0
	l.watch.phase(Checking, u.ImportPath, start, !goesOn)
	if !u.analyse {
		return
	}
	if len(problems) > 0 {
		u.broken = brief(problems)
		return
	}
	pkg := &Package{Path: u.ImportPath, Fset: l.fset, Files: files, Types: u.types, Info: info, Sizes: conf.Sizes, Module: u.module()}
	start = time.Now()
	diags, err := Run(pkg, l.analyzers, l.facts)
	l.watch.phase(Analysing, u.ImportPath, start, true)
	if err != nil && !errors.As(err, &u.faults) {
		u.broken = err.Error()
	}
	u.diagnostics = diags
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

// parse reads the package's files, cgo ones included. What is wrong with
// the first bad one is returned; the rest is read all the same.
func (l *loader) parse(u *unit) (files []*ast.File, problem string) {
	if u.Error != nil && u.analyse {
		problem = u.Error.String()
	}
	mode := parser.SkipObjectResolution
	if u.analyse {
		mode |= parser.ParseComments
	}
	for _, names := range [][]string{u.GoFiles, u.CgoFiles} {
		for _, name := range names {
			if !filepath.IsAbs(name) {
				name = filepath.Join(u.Dir, name)
			}
			f, err := parser.ParseFile(l.fset, name, nil, mode)
			if err != nil && problem == "" {
				problem = err.Error()
			}
			if f != nil {
				files = append(files, f)
			}
		}
	}
	return files, problem
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

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// newInfo returns what the type checker is to record: nothing for packages
// that are needed for their types only.
func newInfo(full bool) *types.Info {
	if !full {
		return nil
	}
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
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
