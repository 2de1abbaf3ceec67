package driver

import (
	"bytes"
	"go/ast"
	"go/token"
	"go/types"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/rogpeppe/go-internal/cache"
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
		texts:     make(chan *bytes.Buffer, runtime.GOMAXPROCS(0)),
		slots:     make(chan struct{}, runtime.GOMAXPROCS(0)),
		cache:     opts.Cache,
		sums:      make(map[string]sum),
	}
	if l.cache != nil {
		registerFacts(analyzers)
	}
	l.plan(pkgs)
	l.recall()
	roots := l.roots()
	l.watch.total = len(roots)
	l.watch.phase(Listing, "", start, false)
	l.narrow(roots)
	l.execute(roots)
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
	modules   map[string]bool    // by folder: its module requires a library
	texts     chan *bytes.Buffer // places to read files to
	slots     chan struct{}      // one for each package worked on at a time
	watch     watcher

	cache *Cache // nil for none
	sums  map[string]sum
	files fileSet
}

// unit is a package to load.
type unit struct {
	*listed
	analyse bool // with function bodies; settled when those of its imports are done that may have facts
	report  bool // named by the patterns
	once    sync.Once
	done    chan struct{}

	took        time.Duration // to parse
	narrowed    *narrowed     // read as far as it is needed; nil for not yet
	types       *types.Package
	diagnostics []Diagnostic
	broken      string
	faults      engine.Faults // of the models of this package

	key     cache.ActionID // of what is known of it
	known   *known         // by an earlier run; nil for nothing
	unknown bool           // it may have to be analysed
	changed bool           // since its key was computed
}

// narrowed is what has been read of a package.
type narrowed struct {
	files   []*ast.File
	imports []string // paths of what they need
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
		if p.counts() {
			closure(p, byPath, need)
		}
	}
	for _, p := range pkgs {
		if !need[p.ImportPath] {
			continue
		}
		u := &unit{listed: p, done: make(chan struct{})}
		twice := p.ForTest == "" && variants[p.ImportPath] // Its test variant has the same files and more.
		u.report = !p.DepOnly && p.counts() && !twice
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

// roots lists the packages that may have to be analysed and that the cache does
// not know. They ask for what else has to be loaded.
func (l *loader) roots() []*unit {
	return slices.DeleteFunc(slices.Clone(l.order), func(u *unit) bool { return !l.wanted(u) })
}

func (l *loader) wanted(u *unit) bool { return u.counts() && (l.cache == nil || u.unknown) }

// execute loads packages, and with them what they need, as many at a time as
// there are processors.
func (l *loader) execute(roots []*unit) {
	for _, u := range roots {
		l.start(u)
	}
	for _, u := range roots {
		<-u.done
	}
}

// start begins to load a package, unless that has been done.
func (l *loader) start(u *unit) {
	u.once.Do(func() {
		go func() {
			defer close(u.done)
			l.load(u)
		}()
	})
}

// await loads some of the packages that one imports, by their paths, and
// returns when they are there.
func (l *loader) await(u *unit, paths []string) {
	var deps []*unit
	for _, path := range paths {
		if dep := l.units[u.resolve(path)]; dep != nil && dep != u {
			l.start(dep)
			deps = append(deps, dep)
		}
	}
	for _, dep := range deps {
		<-dep.done
	}
}

// busy does a piece of work when one of the processors is free for it.
func (l *loader) busy(work func()) {
	l.slots <- struct{}{}
	defer func() { <-l.slots }()
	work()
}

// matters reports whether a package has to be analysed: it is of a main module,
// or it imports a modelled library or a package with facts. Other dependencies
// that reach a library, through packages that say nothing, add nothing.
// What facts a package has, hasFacts tells.
func (l *loader) matters(u *unit, hasFacts func(dep *unit) bool) bool {
	if u.Module != nil && u.Module.Main || l.gate.Modelled(u.ImportPath) {
		return true
	}
	return slices.ContainsFunc(u.Imports, func(imp string) bool {
		dep := l.units[imp]
		return l.gate.Modelled(imp) || dep != nil && dep.reaches && hasFacts(dep)
	})
}

// withoutFixes drops the fixes that the package's findings offer.
func (u *unit) withoutFixes() {
	for i := range u.diagnostics {
		u.diagnostics[i].SuggestedFixes = nil
	}
}
