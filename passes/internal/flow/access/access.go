// Package access is the engine behind jwtsub and jwtscope: it finds out by
// whose ID a handler acts on data, whether that ID has met the caller's
// identity, and which routes ask what the caller may do.
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
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

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

// Engine is the analysis that rules share which run together, with what the
// project has said about itself until it runs.
type Engine struct {
	Analyzer *analysis.Analyzer
	Options  *Options
}

// Default is the engine for drivers that take analyzers one by one.
var Default = New(new(Options), nil)

// New returns an engine with options of its own, which asks the project's own
// rows before the built-in ones; it owns the facts.
func New(opts *Options, models *own.Models) *Engine {
	return &Engine{Options: opts, Analyzer: &analysis.Analyzer{
		Name:       Name,
		Doc:        "follow IDs of the request to the data that they reach",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, opts, models) },
		Requires:   models.Requires(ssax.Analyzer),
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(FuncFact), new(PackageFact)},
	}}
}

// Result lists what is wrong in one package, in source order. It is empty for
// a package that cannot matter. Who calls its methods holds its lock, but for Looked.
type Result struct {
	sync.Mutex

	Findings []Finding
	Missing  []Missing // in source order too
	looked   bool
	engine   *engine // nil if the package cannot matter
}

// Looked reports whether the package answers requests, so that there can be
// something in it. Packages that only summarise for others have none of
// their own that all drivers would see.
func (r *Result) Looked() bool { return r.looked }

// run decides how much work the package is worth before it does any.
func run(pass *analysis.Pass, opts *Options, models *own.Models) (any, error) {
	if !module.Main(pass) || !UsesTokens(pass, models) || !mayMatter(pass, models) {
		return &Result{}, nil
	}
	e := newEngine(pass, opts, models)
	e.summarise()
	res := &Result{Findings: e.judge(), looked: serves(pass, models), engine: e}
	res.Missing = e.unscoped()
	e.export()
	return res, nil
}

// serves reports whether the package imports one that answers requests.
func serves(pass *analysis.Pass, models *own.Models) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return models.Serves(imp.Path()) })
}

// within reports whether a package is in a module, as far as the paths tell.
func within(pkg, module string) bool {
	rest, ok := strings.CutPrefix(pkg, module)
	return ok && (rest == "" || rest[0] == '/')
}

// mayMatter is a look at the imports and the methods: a package that neither
// handles requests nor keeps records, calls nothing that does, and has no type
// that answers a question has nothing to say.
func mayMatter(pass *analysis.Pass, models *own.Models) bool {
	for _, imp := range pass.Pkg.Imports() {
		if models.Has(imp.Path()) || web.Has(imp.Path()) || data.Of(imp.Path()) == data.Keeps || jwt.Has(imp.Path()) {
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
