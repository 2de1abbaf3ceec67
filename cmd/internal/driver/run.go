// Package driver runs the analyzers: on packages that it loads from source by
// itself, or on the single unit that go vet hands over.
package driver

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Package is a type-checked package, ready to be analysed.
type Package struct {
	Path   string
	Fset   *token.FileSet
	Files  []*ast.File
	Types  *types.Package
	Info   *types.Info
	Sizes  types.Sizes
	Module *analysis.Module // nil for the standard library
}

// Diagnostic is what one analyzer reported.
type Diagnostic struct {
	Analyzer *analysis.Analyzer
	analysis.Diagnostic
}

// Facts holds the facts of all packages seen so far. It is safe for
// concurrent use.
type Facts struct {
	mu       sync.RWMutex
	objects  map[factKey[types.Object]]analysis.Fact
	packages map[factKey[*types.Package]]analysis.Fact
	owners   map[*types.Package]*owned // packages with a fact of their own
}

// factKey tells facts of different types about one thing apart.
type factKey[T any] struct {
	of  T
	typ reflect.Type
}

// NewFacts returns an empty store.
func NewFacts() *Facts {
	return &Facts{
		objects:  make(map[factKey[types.Object]]analysis.Fact),
		packages: make(map[factKey[*types.Package]]analysis.Fact),
		owners:   make(map[*types.Package]*owned),
	}
}

// has reports whether a package has exported any fact.
func (f *Facts) has(pkg *types.Package) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.owners[pkg] != nil
}

// owned lists the facts that a package has exported itself.
type owned struct {
	objects map[factKey[types.Object]]bool
	types   map[reflect.Type]bool // of those about the package
}

// own notes a fact that a package has exported: about an object, or nil for itself.
func (f *Facts) own(pkg *types.Package, obj types.Object, fact analysis.Fact) {
	f.mu.Lock()
	defer f.mu.Unlock()
	o := f.owners[pkg]
	if o == nil {
		o = &owned{make(map[factKey[types.Object]]bool), make(map[reflect.Type]bool)}
		f.owners[pkg] = o
	}
	if obj == nil {
		o.types[reflect.TypeOf(fact)] = true
		return
	}
	o.objects[factKey[types.Object]{obj, reflect.TypeOf(fact)}] = true
}

// Run runs the analyzers, and what they require, on one package whose imports
// have been run before. A panic of an analyzer is returned as an error.
func Run(pkg *Package, analyzers []*analysis.Analyzer, facts *Facts) ([]Diagnostic, error) {
	r := &runner{pkg: pkg, facts: facts, results: make(map[*analysis.Analyzer]any)}
	for _, a := range analyzers {
		if _, err := r.run(a); err != nil {
			return nil, err
		}
	}
	return r.diagnostics, nil
}

// runner is one run over one package.
type runner struct {
	pkg         *Package
	facts       *Facts
	results     map[*analysis.Analyzer]any
	diagnostics []Diagnostic
}

func (r *runner) run(a *analysis.Analyzer) (result any, err error) {
	if result, ok := r.results[a]; ok {
		return result, nil
	}
	inputs := make(map[*analysis.Analyzer]any, len(a.Requires))
	for _, req := range a.Requires {
		if inputs[req], err = r.run(req); err != nil {
			return nil, err
		}
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: internal error in %s: %v (please report it)", r.pkg.Path, a.Name, p)
		}
	}()
	result, err = a.Run(r.pass(a, inputs))
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", r.pkg.Path, a.Name, err)
	}
	r.results[a] = result
	return result, nil
}

// pass is the analyzer's view of the package.
func (r *runner) pass(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any) *analysis.Pass {
	f, p := r.facts, r.pkg
	return &analysis.Pass{
		Analyzer: a, Fset: p.Fset, Files: p.Files, Pkg: p.Types, TypesInfo: p.Info, TypesSizes: p.Sizes,
		Module: p.Module, ResultOf: inputs, ReadFile: os.ReadFile,
		Report: func(d analysis.Diagnostic) { r.diagnostics = append(r.diagnostics, Diagnostic{a, d}) },
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			return load(f, f.objects, obj, fact)
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			store(f, f.objects, obj, fact)
			f.own(p.Types, obj, fact)
		},
		ImportPackageFact: func(pkg *types.Package, fact analysis.Fact) bool {
			return load(f, f.packages, pkg, fact)
		},
		ExportPackageFact: func(fact analysis.Fact) {
			store(f, f.packages, p.Types, fact)
			f.own(p.Types, nil, fact)
		},
		AllObjectFacts:  func() []analysis.ObjectFact { return f.allObjects() },
		AllPackageFacts: func() []analysis.PackageFact { return nil },
	}
}

// load copies a fact to where ptr points, as analysis.Pass promises.
func load[T comparable](f *Facts, in map[factKey[T]]analysis.Fact, of T, ptr analysis.Fact) bool {
	f.mu.RLock()
	fact, ok := in[factKey[T]{of, reflect.TypeOf(ptr)}]
	f.mu.RUnlock()
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func store[T comparable](f *Facts, in map[factKey[T]]analysis.Fact, of T, fact analysis.Fact) {
	f.mu.Lock()
	in[factKey[T]{of, reflect.TypeOf(fact)}] = fact
	f.mu.Unlock()
}

// allObjects lists the object facts by position of the object.
func (f *Facts) allObjects() []analysis.ObjectFact {
	f.mu.RLock()
	defer f.mu.RUnlock()
	var out []analysis.ObjectFact
	for key, fact := range f.objects {
		out = append(out, analysis.ObjectFact{Object: key.of, Fact: fact})
	}
	slices.SortFunc(out, func(a, b analysis.ObjectFact) int { return int(a.Object.Pos() - b.Object.Pos()) })
	return out
}
