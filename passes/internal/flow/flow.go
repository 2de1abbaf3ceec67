// Package flow is the engine: it follows keys, options, keyfuncs and claims
// through a package, and hands what importers need to know on as facts.
//
// # What it computes
//
// Every question of the rules is one of two kinds. The first asks where a
// value comes from: the key that signs, the options of a parser, the function
// that returns the key. The answer is a Value, a tree of everything that the
// SSA operand may be, computed backwards through locals, phis, conversions,
// closures, fields, package variables, parameters and results (eval*.go).
// Where a Value depends on a parameter, it says so, and is completed at every
// call of the function: in this package from the call, in others from the
// function's fact. A wrapper is therefore reported at its callers.
//
// The second asks what becomes of a value: whether the claims of a verified
// token meet an expected audience or issuer before they are used. The answer
// is computed forwards from the verifying call (claims.go).
//
// # May and must
//
// A join of values is a "may": any of them. Rules report a bad member of a
// join, and take an Unknown member for a reason to stay silent where they ask
// for something to be present. Guards are control flow: an algorithm
// test counts if no way from a keyfunc's entry to the returned key
// avoids an edge that the test controls (guard.go).
package flow

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Analyzer computes the Result that the rules read, and owns all facts.
var Analyzer = New(nil)

// New returns an analyzer of its own, which asks the project's own rows before
// the built-in ones. Rules that run together share one, so
// that a package is followed once for all of them.
func New(models *own.Models) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "jwtflow",
		Doc:        "follow keys, options, keyfuncs and claims through a package and its callees",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, models) },
		Requires:   models.Requires(ssax.Analyzer),
		ResultType: reflect.TypeFor[*Result](),
		FactTypes:  []analysis.Fact{new(PackageFact), new(FuncFact), new(ValueFact)},
	}
}

// ResultOf returns what the engine that the pass's analyzer requires has found.
func ResultOf(pass *analysis.Pass) *Result {
	for _, a := range pass.Analyzer.Requires {
		if result, ok := pass.ResultOf[a].(*Result); ok {
			return result
		}
	}
	panic(pass.Analyzer.Name + " does not require the engine")
}

// Result answers the rules' questions about one package. It is empty for a
// package that cannot matter. Who calls its methods holds its lock, but for Looked.
type Result struct {
	sync.Mutex

	Sites  []*Site   // places that verify tokens, in source order
	Keys   []*KeyUse // HMAC and private keys in use, in source order
	Issued []*Issue  // places that build tokens, in source order
	// Sinks are the places where tokens, their claims and headers, or parts of a
	// request end in a sink; those of wrappers follow those at the calls.
	Sinks    []*SinkUse
	Minted   []*Minted    // the tokens that are built, and calls of functions that build them, by their exp
	Confused []Confused   // places that accept several kinds of tokens for one
	Methods  []*MethodUse // signatures checked as the token asks, in source order
	Trusts   []*Trust     // places where a forged token passes, in source order
	// Presences are middlewares that only ask whether there is a token.
	Presences []Presence
	Unbound   []Unbound // tokens for refreshing that no server can tell apart
	engine    *engine   // nil if the package cannot matter
	looked    bool
	pass      *analysis.Pass // nil if no library is in the import closure
	models    *own.Models

	issuedClaims []IssuedClaim // that all tokens issued in view have
}

// Looked reports whether the package reaches a library, so that there can be
// something in it. Every driver gives the same answer.
func (r *Result) Looked() bool { return r.looked }

// run decides how much work the package is worth before it does any.
func run(pass *analysis.Pass, models *own.Models) (any, error) {
	if lib := jwt.LibraryOf(pass.Pkg.Path()); lib != nil {
		fact := &PackageFact{Reaches: true}
		fact.Version, fact.Replaced = module.Version(pass)
		pass.ExportPackageFact(fact)
		return &Result{}, nil
	}
	reaches := reachesLibrary(pass, models)
	kept := reaches && module.Main(pass) || models.Has(pass.Pkg.Path())
	if kept {
		pass.ExportPackageFact(handedOn(pass))
	}
	switch {
	case reaches && (mentionsModel(pass, models) || len(rawByImports(pass)) > 0):
	case module.Main(pass) && mayHoldSecrets(pass):
	default:
		return newResult(pass, reaches, models), nil
	}
	e := newEngine(pass, models)
	res := newResult(pass, reaches, models)
	res.engine = e
	if reaches {
		e.collect(res)
	} else {
		e.collectSinks()
	}
	if kept {
		fact := &PackageFact{Reaches: true, Checks: e.checkedClaims(), Raw: withoutSteps(e.rawClaims()), Enforces: e.enforces()}
		fact.Issued, fact.Issues = e.issuedTypes(res.Issued)
		fact.Imports, fact.Looked = importedLibraries(pass), true
		res.issuedClaims = fact.Issued
		pass.ExportPackageFact(fact)
	}
	// A dependency hands on that it reaches a library only together with facts
	// that say something: drivers need not look at what is built on the others.
	if e.export(res) && !kept && !module.Main(pass) {
		pass.ExportPackageFact(&PackageFact{Reaches: true})
	}
	return res, nil
}

// handedOn is the fact of a package that says nothing of its own.
func handedOn(pass *analysis.Pass) *PackageFact {
	issued := issuedByImports(pass)
	return &PackageFact{
		Reaches: true, Checks: handedUp(pass, checksOf), Raw: sortedRaw(rawByImports(pass)), Enforces: handedUp(pass, enforcesOf),
		Issues: len(issued) > 0, Issued: inAll(issued), Imports: importedLibraries(pass),
	}
}
