// Package trace is a small engine beside flow: which calls may write something
// down where people who look after the program read it, and which answer a
// request. Facts carry both through the packages of a module.
//
// What may write is a "may": a call counts if its name or its package says so,
// if its body does at any depth, and if it is out of view and is given the error
// or the request, so that it could.
package trace

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// New returns an engine that asks the project's own rows before the built-in
// ones, and the larger engine what it knows of tokens. It runs only beside a rule
// that asks it, and owns its facts.
func New(models *own.Models, tokens *analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "jwttrace",
		Doc:        "find out which calls log and which answer requests",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, models, tokens), nil },
		Requires:   models.Requires(ssax.Analyzer, tokens),
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(flow.Trace)},
	}
}

// Result answers for the calls of one package.
type Result struct {
	pass   *analysis.Pass
	models *own.Models
	pkg    *ssa.Package // nil if the package cannot matter
	known  map[*ssa.Function]flow.Trace
	audit  *flow.Audit // nil if no library is in the import closure
}

// Refusals lists the branches of the package that refuse in silence. It asks the
// larger engine, whose lock the caller holds.
func (r *Result) Refusals() []*flow.Refusal {
	if r.audit == nil {
		return nil
	}
	return r.audit.Refusals()
}

// run summarises what importers may call, in modules that use tokens at all.
func run(pass *analysis.Pass, models *own.Models, tokens *analysis.Analyzer) *Result {
	r := &Result{pass: pass, models: models, known: make(map[*ssa.Function]flow.Trace)}
	if !module.Main(pass) || !access.UsesTokens(pass, models) {
		return r
	}
	known := pass.ResultOf[tokens].(*flow.Result)
	known.Lock()
	defer known.Unlock()
	r.audit = known.Audit(r.of)
	var fns []*ssa.Function
	r.pkg, fns = pass.ResultOf[ssax.Analyzer].(*ssax.Program).Build()
	for _, fn := range fns {
		obj := ssax.Object(fn)
		if obj == nil || !obj.Exported() || obj.Pkg() != pass.Pkg || fn.Parent() != nil {
			continue
		}
		fact := r.body(fn)
		if r.audit != nil {
			fact.Fails = r.audit.Fails(fn)
		}
		pass.ExportObjectFact(obj, &fact)
	}
	return r
}

// of tells what a call of the package may leave behind.
func (r *Result) of(call ssa.CallInstruction) flow.Trace {
	return r.call(call, make(map[*ssa.Function]bool))
}

// body is what a function with the literals in it leaves behind. Only whole
// answers are kept: what recursion cuts short would miss something.
func (r *Result) body(fn *ssa.Function) flow.Trace {
	if known, ok := r.known[fn]; ok {
		return known
	}
	out := r.gather(fn, make(map[*ssa.Function]bool))
	r.known[fn] = out
	return out
}

func (r *Result) gather(fn *ssa.Function, seen map[*ssa.Function]bool) flow.Trace {
	if known, ok := r.known[fn]; ok {
		return known
	}
	var out flow.Trace
	if seen[fn] {
		return out
	}
	seen[fn] = true
	for call := range ssax.Calls(fn) {
		out = out.And(r.call(call, seen))
	}
	for _, literal := range fn.AnonFuncs {
		out = out.And(r.gather(literal, seen))
	}
	return out
}

// source returns the function as this package's source has it, or nil.
func (r *Result) source(fn *ssa.Function) *ssa.Function {
	if fn == nil || r.pkg == nil {
		return nil
	}
	fn = ssax.Origin(fn)
	if fn.Blocks == nil || fn.Pkg != r.pkg {
		return nil
	}
	return fn
}
