// Package access is the engine behind jwtsub: it finds out by whose ID a
// handler acts on data, and whether that ID has met the caller's identity.
//
// # What it computes
//
// For each function, together with the literals in it, it computes what every
// value derives from: the function's operands and their fields, IDs that are
// read from the request, the identity and the role of the caller (unit.go,
// step.go, call.go). Which is which, the models of web frameworks and JWT
// libraries say, and the facts of other functions of the module.
//
// Then it lists the accesses to data that derive from an ID (act.go), and the
// tests that an ID and an identity have in common (guard.go). An access is
// met if identity and ID select the record together, or if a test
// whose outcome matters stands in the way. An access by an operand is the
// caller's affair: the fact says by which other operand it would be met.
//
// Last it joins handlers and the middleware in front of them where routes are
// registered (route.go). A handler's accesses and its middleware's tests travel
// there as facts. What implements a generated server is joined where it is
// handed to it (operation.go). Where a handler calls an interface whose
// implementation is out of view, the route is handed on to the package that
// imports both (resolve.go, pending.go).
//
// # May and must
//
// What cannot be seen is taken to be in order: an unresolved call that is
// given both ID and identity has met; one that is given a context that may
// carry the identity is not reported.
package access

import (
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Options are what a project may tell the engine about itself.
type Options struct {
	From        []Place  // where IDs come from; the path if empty
	Public      []string // path parameters and record types that have no owner
	Authorizers []string // functions that check what the caller may do, by name
	Identities  []string // functions and context keys that tell who the caller is, by name
	Roles       []string // names of privileged roles, beside the usual ones
}

// Name is the engine's name among the analyzers that a rule requires.
const Name = "jwtaccess"

// New returns an engine with options of its own, which asks the project's own
// rows before the built-in ones; it owns the facts.
func New(opts *Options, models *own.Models) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       Name,
		Doc:        "follow IDs of the request to the data that they reach",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, opts, models) },
		Requires:   models.Requires(ssax.Analyzer),
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(FuncFact), new(PackageFact)},
	}
}

// Result lists what is wrong in one package, in source order. It is empty for
// a package that cannot matter.
type Result struct {
	Findings []Finding
	looked   bool
	engine   *engine // nil if the package cannot matter
}

// Looked reports whether the package answers requests, so that there can be
// something in it. Packages that only summarise for others have none of
// their own that all drivers would see.
func (r *Result) Looked() bool { return r.looked }

// run decides how much work the package is worth before it does any.
func run(pass *analysis.Pass, opts *Options, models *own.Models) (any, error) {
	if !module.Main(pass) || !usesTokens(pass, models) || !mayMatter(pass, models) {
		return &Result{}, nil
	}
	e := newEngine(pass, opts, models)
	e.summarise()
	res := &Result{Findings: e.judge(), looked: serves(pass, models), engine: e}
	e.export()
	return res, nil
}

// usesTokens reports whether the module requires a JWT library at all.
func usesTokens(pass *analysis.Pass, models *own.Models) bool {
	if len(pass.Files) == 0 {
		return false
	}
	if !module.Known(pass) {
		return true // The types will tell.
	}
	return RequiresLibrary(filepath.Dir(pass.Fset.Position(pass.Files[0].Pos()).Filename), models)
}

// RequiresLibrary reports whether the go.mod above dir requires a modelled
// library, or a framework that verifies tokens, or is or requires the module of
// a package that the project has described, directly or not; also if there is
// no go.mod to be read.
func RequiresLibrary(dir string, models *own.Models) bool {
	for {
		name := filepath.Join(dir, "go.mod")
		if text, err := os.ReadFile(name); err == nil {
			file, err := modfile.ParseLax(name, text, nil)
			if err != nil {
				return true
			}
			if file.Module != nil && holdsOne(file.Module.Mod.Path, models) {
				return true
			}
			return slices.ContainsFunc(file.Require, func(r *modfile.Require) bool {
				return slices.Contains(jwt.Modules(), r.Mod.Path) || web.Verifies(r.Mod.Path) || holdsOne(r.Mod.Path, models)
			})
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return true // No module in view: the types will tell.
		}
		dir = parent
	}
}

// serves reports whether the package imports one that answers requests.
func serves(pass *analysis.Pass, models *own.Models) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return models.Framework(imp.Path()) != nil })
}

// holdsOne reports whether a module has one of the packages that the project has described.
func holdsOne(module string, models *own.Models) bool {
	return slices.ContainsFunc(models.Paths(), func(path string) bool { return within(path, module) })
}

// within reports whether a package is in a module, as far as the paths tell.
func within(pkg, module string) bool { return pkg == module || strings.HasPrefix(pkg, module+"/") }

// mayMatter is a look at the imports and the methods: a package that neither
// handles requests nor keeps records, calls nothing that does, and has no type
// that answers a question has nothing to say.
func mayMatter(pass *analysis.Pass, models *own.Models) bool {
	for _, imp := range pass.Pkg.Imports() {
		if models.Has(imp.Path()) || web.Of(imp.Path()) != nil || data.Of(imp.Path()) == data.Keeps || jwt.LibraryOf(imp.Path()) != nil {
			return true
		}
		if imp.Path() == "context" || sameModule(pass, imp) {
			return true
		}
	}
	return slices.ContainsFunc(pass.Pkg.Scope().Names(), func(name string) bool {
		named, ok := pass.Pkg.Scope().Lookup(name).Type().(*types.Named)
		return ok && answersQuestions(named)
	})
}

// answersQuestions reports whether a type has a method that says yes or no:
// user.Owns(order), role.Allows(action).
func answersQuestions(t *types.Named) bool {
	for m := range t.Methods() {
		sig := m.Signature()
		if sig.Params().Len() > 0 && sig.Results().Len() > 0 && isBool(sig.Results().At(0).Type()) {
			return true
		}
	}
	return false
}

// sameModule reports whether a package belongs to the module of the one that
// is analysed.
func sameModule(pass *analysis.Pass, pkg *types.Package) bool {
	m := module.Of(pass)
	if pkg == nil || m == nil {
		return false
	}
	return pkg == pass.Pkg || within(pkg.Path(), m.Path)
}

// engine is the analysis of one package.
type engine struct {
	pass     *analysis.Pass
	opts     *Options
	models   *own.Models
	funcs    []*ssa.Function // declared functions and literals, in source order
	units    map[*ssa.Function]*unit
	pathTags []string // struct tags by which a framework in view fills inputs
	servers  []server // generated ones in view
	settings map[string][]Origin
	facts    map[*types.Func]*FuncFact // of other packages; nil for none
	impls    map[*types.Func]*FuncFact // interface methods, as the package implements them
	records  map[string]*Record
	behind   map[string][]*FuncFact // what imported packages do behind interfaces, by method
	joined   map[string]*FuncFact   // the same, as one
	kinds    map[*types.Interface][]types.Type
	handedIn []handedIn // routes that imported packages have not been able to judge
	pending  []Route
	wondered map[string]bool // keys of the context that were read before anything was known to set them
	byObject map[*types.Func]*ssa.Function

	attachments  []attachment
	handed       map[any][]handing // calls that are given a router, by its key
	callers      map[*ssa.Function][]ssa.CallInstruction
	fieldStores  map[*types.Var][]*ssa.Store
	globalStores map[*ssa.Global][]*ssa.Store
	open         map[*types.Func][]Route // routes on a router that the function is given
}

func newEngine(pass *analysis.Pass, opts *Options, models *own.Models) *engine {
	_, funcs := pass.ResultOf[ssax.Analyzer].(*ssax.Program).Build()
	e := &engine{
		pass: pass, opts: opts, models: models, funcs: funcs, units: make(map[*ssa.Function]*unit), settings: make(map[string][]Origin),
		facts: make(map[*types.Func]*FuncFact), impls: make(map[*types.Func]*FuncFact), records: make(map[string]*Record), behind: make(map[string][]*FuncFact), joined: make(map[string]*FuncFact), kinds: make(map[*types.Interface][]types.Type), wondered: make(map[string]bool),
		byObject: make(map[*types.Func]*ssa.Function),
	}
	for _, fn := range funcs {
		if obj := ssax.Object(fn); obj != nil && fn.Parent() == nil {
			e.byObject[obj] = fn
		}
	}
	for _, imp := range e.imports() {
		if f := models.Framework(imp.Path()); f != nil && f.PathTag != "" {
			e.pathTags = append(e.pathTags, f.PathTag)
		}
		fact := new(PackageFact)
		if pass.ImportPackageFact(imp, fact) {
			e.learn(fact.Settings)
			e.learnImplementations(fact.Implementations)
			if len(fact.Pending) > 0 {
				e.handedIn = append(e.handedIn, handedIn{imp, fact.Pending})
			}
		}
	}
	e.findServers()
	return e
}

// imports lists what the package imports, in the same order in every driver.
func (e *engine) imports() []*types.Package {
	return slices.SortedFunc(slices.Values(e.pass.Pkg.Imports()), func(a, b *types.Package) int {
		return strings.Compare(a.Path(), b.Path())
	})
}

// learn notes what middleware leaves in the context.
func (e *engine) learn(settings []Setting) {
	for _, s := range settings {
		for _, o := range s.Origins {
			if s.Key != "" && o.Source != Operand && o.Source != Value && !slices.Contains(e.settings[s.Key], o) {
				e.settings[s.Key] = append(e.settings[s.Key], o)
			}
		}
	}
}

// wants reports whether IDs of a part of the request are asked for.
func (e *engine) wants(place Place) bool {
	if len(e.opts.From) == 0 {
		return place == Path
	}
	return slices.Contains(e.opts.From, place)
}

// isClaims reports whether values of t are a token or its claims.
func (e *engine) isClaims(t types.Type) bool {
	_, ok := flow.ClaimedType(t)
	return ok || e.models.IsClaims(t)
}

// summarise computes every function of the package, callees before callers.
func (e *engine) summarise() {
	e.computeUnits()
	for key := range e.wondered {
		if len(e.settings[key]) > 0 { // Set by a function that came later.
			e.units, e.impls = make(map[*ssa.Function]*unit), make(map[*types.Func]*FuncFact)
			e.computeUnits()
			break
		}
	}
	e.gatherEvidence()
}

func (e *engine) computeUnits() {
	for _, fn := range e.funcs {
		if fn.Parent() == nil && !e.inTest(fn) {
			e.unitOf(fn)
		}
	}
}

func (e *engine) inTest(fn *ssa.Function) bool {
	return strings.HasSuffix(e.pass.Fset.Position(fn.Pos()).Filename, "_test.go")
}

// unitOf returns the unit of a declared function of the package; nil while it
// is being computed, and for functions without a body.
func (e *engine) unitOf(fn *ssa.Function) *unit {
	if u, ok := e.units[fn]; ok {
		return u
	}
	if len(fn.Blocks) == 0 || fn.Parent() != nil {
		return nil
	}
	e.units[fn] = nil
	u := newUnit(e, fn)
	u.solve()
	e.units[fn] = u
	for _, s := range u.sets {
		e.learn([]Setting{s.Setting})
	}
	return u
}
