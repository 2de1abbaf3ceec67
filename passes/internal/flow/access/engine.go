package access

import (
	"go/types"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

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
	missing      []Missing

	changed  map[types.Object]bool // fields and variables whose maps change while the program runs
	types    typeAnswers
	siblings map[*types.Func][]types.Type
	received map[receiver][]types.Type

	concrete func() []types.Type // pointers to the package's types that can stand behind an interface
}

func newEngine(pass *analysis.Pass, opts *Options, models *own.Models) *engine {
	_, funcs := pass.ResultOf[ssax.Analyzer].(*ssax.Program).Build()
	e := &engine{
		pass: pass, opts: opts, models: models, funcs: funcs, units: make(map[*ssa.Function]*unit), settings: make(map[string][]Origin),
		facts: make(map[*types.Func]*FuncFact), impls: make(map[*types.Func]*FuncFact), records: make(map[string]*Record), behind: make(map[string][]*FuncFact), joined: make(map[string]*FuncFact), kinds: make(map[*types.Interface][]types.Type), wondered: make(map[string]bool),
		byObject: make(map[*types.Func]*ssa.Function), types: newTypeAnswers(), siblings: make(map[*types.Func][]types.Type), received: make(map[receiver][]types.Type),
	}
	e.concrete = sync.OnceValue(e.typesWithMethods)
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
	e.learnWiring()
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
	return answer(e.types.claims, t, func() bool {
		_, ok := flow.ClaimedType(t)
		return ok || e.models.IsClaims(t)
	})
}

// typeAnswers is what has been answered about types: the same few are asked about
// at every call.
type typeAnswers struct {
	inert, claims map[types.Type]bool
	record        map[types.Type]types.Type
	tells         map[types.Type]Record
}

func newTypeAnswers() typeAnswers {
	return typeAnswers{make(map[types.Type]bool), make(map[types.Type]bool), make(map[types.Type]types.Type), make(map[types.Type]Record)}
}

// answer is what is known of something, or what find finds, which must not ask the
// same question again.
func answer[K comparable, V any](known map[K]V, of K, find func() V) V {
	found, ok := known[of]
	if !ok {
		found = find()
		known[of] = found
	}
	return found
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
	if fn == nil || len(fn.Blocks) == 0 || fn.Parent() != nil {
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
