package flow

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// PackageFact is exported by each package of a main module that has a modelled
// library in its import closure, by dependencies that export other facts, and
// by the library itself.
type PackageFact struct {
	Reaches bool
	Version string // of the library's module; "" elsewhere or if unknown
	// Replaced: the build puts something else in the place of the library's release.
	Replaced bool
	// Checks lists the claims of some token that the package, or one that it
	// imports, compares with an expected value; sorted.
	Checks []model.Claim
	// Issues: the package, or one that it imports, issues tokens; Issued is what
	// all of them have.
	Issues bool
	Issued []IssuedClaim
	Raw    []RawClaim // that middleware of these packages leaves in the context
	// Enforces lists the libraries whose middlewares refuse nothing, and whose
	// outcome the package, or one that it imports, asks for; sorted.
	Enforces []string
	// Imports lists the packages of libraries that the package, or one that it
	// imports, imports outside of tests; sorted.
	Imports []string
	// Looked: the package's own functions have been gone through, so that one without
	// a fact has nothing to say.
	Looked bool
}

// AFact marks PackageFact as a fact.
func (*PackageFact) AFact() {}

func (f *PackageFact) String() string { return "reaches " + f.Version }

// importedFacts yields the facts of the packages that this one imports.
func importedFacts(pass *analysis.Pass) iter.Seq[*PackageFact] {
	return func(yield func(*PackageFact) bool) {
		for _, imp := range pass.Pkg.Imports() {
			fact := new(PackageFact)
			if pass.ImportPackageFact(imp, fact) && !yield(fact) {
				return
			}
		}
	}
}

// handedUp joins what the facts of the imports say of one matter, sorted.
func handedUp[T cmp.Ordered](pass *analysis.Pass, of func(*PackageFact) []T) []T {
	var out []T
	for fact := range importedFacts(pass) {
		out = append(out, of(fact)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func checksOf(f *PackageFact) []model.Claim { return f.Checks }
func enforcesOf(f *PackageFact) []string    { return f.Enforces }
func importsOf(f *PackageFact) []string     { return f.Imports }

// FuncFact is what callers need to know of a function. Params in its values
// are the function's own operands, receiver first.
type FuncFact struct {
	Results []Value   // by result; Unknown where nothing is known
	Keyfunc *Keyfunc  // the function as a keyfunc, if it has that type
	Keys    []KeyUse  // keys that depend on a Param
	Sites   []Site    // verifications whose options or keyfunc depend on a Param
	Checks  []Check   // what it makes sure of about claims among its operands
	Sinks   []SinkUse // sinks that a Param ends in
	Guards  []Guard   // what it makes sure of about the algorithm
	Issues  []int     // operands that become the claims of a token
	Minted  []Minted  // tokens that it issues, whose exp depends on a Param
	Made    []Made    // claims that it returns
	Mixed   []Mixed   // kinds of tokens that it verifies and does not tell apart
	Forged  []Forged  // what it returns for a forged token

	Presented []Presented // tokens that it verifies
	Mints     []string    // kinds of tokens that it issues, "" for one that callers name
	Loose     []LooseText // results that are tokens without a binding
}

// AFact marks FuncFact as a fact.
func (*FuncFact) AFact() {}

// String lists what the fact has, for tests.
func (f *FuncFact) String() string {
	var parts []string
	for _, c := range f.Checks {
		parts = append(parts, fmt.Sprintf("checks %s of %d", c.Claim, c.Param))
	}
	if len(f.Guards) > 0 {
		parts = append(parts, "guards alg")
	}
	if f.Keyfunc != nil {
		parts = append(parts, "keyfunc")
	}
	if len(f.Forged) > 0 {
		parts = append(parts, "meets forged tokens")
	}
	if len(f.Sinks) > 0 {
		parts = append(parts, "sinks")
	}
	if len(f.Keys) > 0 {
		parts = append(parts, "uses key")
	}
	if len(f.Sites) > 0 {
		parts = append(parts, "verifies")
	}
	if len(f.Issues) > 0 {
		parts = append(parts, "issues")
	}
	if len(f.Minted) > 0 {
		parts = append(parts, "issues tokens")
	}
	if len(f.Made) > 0 {
		parts = append(parts, "builds claims")
	}
	if len(f.Mixed) > 0 {
		parts = append(parts, "mixes kinds of tokens")
	}
	if len(f.Presented) > 0 {
		parts = append(parts, "verifies tokens")
	}
	if len(f.Mints) > 0 {
		parts = append(parts, "mints")
	}
	if len(f.Results) > 0 {
		parts = append(parts, "returns")
	}
	return strings.Join(parts, ", ")
}

// empty reports whether the fact says nothing.
func (f *FuncFact) empty() bool {
	return f.Keyfunc == nil && len(f.Results)+len(f.Keys)+len(f.Sites)+len(f.Checks)+len(f.Guards)+len(f.Sinks)+len(f.Issues)+len(f.Minted)+len(f.Made)+len(f.Mixed)+len(f.Forged) == 0 &&
		len(f.Presented)+len(f.Mints)+len(f.Loose) == 0
}

// ValueFact is what an exported variable, constant or field may hold.
type ValueFact struct {
	Value Value
	// Reported: the package uses it as a key itself, so that it is reported there.
	Reported bool
}

// AFact marks ValueFact as a fact.
func (*ValueFact) AFact() {}

func (f *ValueFact) String() string { return "holds text of the source" }
