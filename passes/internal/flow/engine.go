package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/own"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// engine holds one package in SSA form, indexed for the questions of the other files.
type engine struct {
	pass   *analysis.Pass
	models *own.Models
	pkg    *ssa.Package
	funcs  []*ssa.Function

	versions map[*types.Package]string // of libraries, by their package facts

	allCalls    []ssa.CallInstruction                   // in this package, in source order
	untested    []ssa.CallInstruction                   // those but for calls in test files
	operands    []*ssa.Value                            // of the instruction that is being indexed
	calls       map[*ssa.Function][]ssa.CallInstruction // static calls in this package
	invokes     map[string][]ssa.CallInstruction        // calls through interfaces, by the method's name
	soles       map[behindInterface]*ssa.Function       // what stands alone behind an interface's method
	closures    map[*ssa.Function][]*ssa.MakeClosure
	fieldStores map[*types.Var][]*ssa.Store
	fieldAddrs  map[*types.Var][]*ssa.FieldAddr
	exposed     map[*types.Var]bool // fields whose address goes somewhere out of view
	globals     map[*ssa.Global]*globalUse

	bindings map[*ssa.Global]*ssa.Call // flags and settings bound to variables
	settings map[string]*ssa.Call      // defaults of settings, by name

	values         map[ssa.Value]Value
	partial        map[question]any  // results of the evaluation under way that lack what was cut
	active         map[question]bool // evaluations under way, to cut recursion
	cyclic         int               // how many cuts there have been
	results        map[*ssa.Function][]Value
	numbers        map[ssa.Value][]Number
	keyfuncs       map[*ssa.Function]*Keyfunc
	fields         map[*types.Var]Value
	guards         map[*ssa.Function][]Guard
	algParams      map[*ssa.Parameter]bool   // helpers' parameters that get the algorithm
	facts          map[*types.Func]*FuncFact // imported ones; nil values too
	literals       map[string][]ast.Expr
	embeds         map[types.Object]string   // file names of go:embed directives
	openSites      map[*ssa.Function][]*Site // by the function whose operands complete them
	openKeys       map[*ssa.Function][]*KeyUse
	openMinted     map[*ssa.Function][]*Minted
	mixed          map[*ssa.Function][]Mixed
	expSteps       int // of the question about an exp under way
	openSinks      map[*ssa.Function][]*SinkUse
	forged         map[*ssa.Function][]Forged // what functions make of a forged token
	verifying      map[*ssa.Function]bool     // functions that verify, or call one that does
	verified       []Value                    // texts that are verified as tokens
	keyPlaces      map[string]bool            // where keys in use are kept
	upgrading      map[*ssa.Function]bool     // functions that open WebSockets
	setsSameSite   *bool                      // a SetsSameSite is called; nil if nobody has asked
	anywhere       map[model.Claim]ClaimCheck // checks of any token's claims in the package
	exported       map[*types.Var]bool
	origins        map[token.Pos]types.Object // declarations of texts, by where they stand
	exportedValues bool                       // of variables or fields
	parenthesised  *parens
	raw            *[]RawClaim        // nil until asked for
	tokens         []ssa.Value        // and claims; nil until asked for
	decoded        map[ssa.Value]bool // what claims are decoded to; nil until asked for
	presented      map[*ssa.Function][]presented
	presentedFor   map[*ssa.Function][]Presented
	mints          map[*ssa.Function][]mint
	spreads        map[spreadKey]*spread
	looseTexts     map[*ssa.Function][]LooseText
}

// globalUse is what a package does with one of its variables.
type globalUse struct {
	stores  []*ssa.Store
	loads   []*ssa.UnOp
	exposed bool // its address goes out of view
}

func newEngine(pass *analysis.Pass, models *own.Models) *engine {
	e := &engine{
		pass:         pass,
		models:       models,
		versions:     make(map[*types.Package]string),
		calls:        make(map[*ssa.Function][]ssa.CallInstruction),
		invokes:      make(map[string][]ssa.CallInstruction),
		soles:        make(map[behindInterface]*ssa.Function),
		closures:     make(map[*ssa.Function][]*ssa.MakeClosure),
		fieldStores:  make(map[*types.Var][]*ssa.Store),
		fieldAddrs:   make(map[*types.Var][]*ssa.FieldAddr),
		exposed:      make(map[*types.Var]bool),
		globals:      make(map[*ssa.Global]*globalUse),
		bindings:     make(map[*ssa.Global]*ssa.Call),
		settings:     make(map[string]*ssa.Call),
		values:       make(map[ssa.Value]Value),
		partial:      make(map[question]any),
		active:       make(map[question]bool),
		results:      make(map[*ssa.Function][]Value),
		numbers:      make(map[ssa.Value][]Number),
		keyfuncs:     make(map[*ssa.Function]*Keyfunc),
		fields:       make(map[*types.Var]Value),
		guards:       make(map[*ssa.Function][]Guard),
		openSites:    make(map[*ssa.Function][]*Site),
		openKeys:     make(map[*ssa.Function][]*KeyUse),
		openMinted:   make(map[*ssa.Function][]*Minted),
		mixed:        make(map[*ssa.Function][]Mixed),
		openSinks:    make(map[*ssa.Function][]*SinkUse),
		forged:       make(map[*ssa.Function][]Forged),
		verifying:    make(map[*ssa.Function]bool),
		keyPlaces:    make(map[string]bool),
		upgrading:    make(map[*ssa.Function]bool),
		anywhere:     make(map[model.Claim]ClaimCheck),
		exported:     make(map[*types.Var]bool),
		origins:      make(map[token.Pos]types.Object),
		algParams:    make(map[*ssa.Parameter]bool),
		facts:        make(map[*types.Func]*FuncFact),
		presented:    make(map[*ssa.Function][]presented),
		presentedFor: make(map[*ssa.Function][]Presented),
		mints:        make(map[*ssa.Function][]mint),
		spreads:      make(map[spreadKey]*spread),
		looseTexts:   make(map[*ssa.Function][]LooseText),
	}
	e.pkg, e.funcs = pass.ResultOf[ssax.Analyzer].(*ssax.Program).Build()
	for _, fn := range e.funcs {
		e.indexFunc(fn)
	}
	return e
}

// row returns what the project's own models say about a function, or else the
// built-in ones at the version in use.
func (e *engine) row(fn *types.Func) *model.Func {
	if row := e.models.Func(fn); row != nil {
		return row
	}
	if fn == nil || !Modelled(fn.Pkg()) {
		return nil
	}
	return jwt.FuncOf(fn, e.version(fn.Pkg()))
}

// version returns the version of a library's module, "" if no driver said so.
func (e *engine) version(pkg *types.Package) string {
	v, ok := e.versions[pkg]
	if !ok {
		fact := new(PackageFact)
		if e.pass.ImportPackageFact(pkg, fact) {
			v = fact.Version
		}
		e.versions[pkg] = v
	}
	return v
}

// fact returns what another package found out about fn, or nil.
func (e *engine) fact(fn *types.Func) *FuncFact {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	fn = fn.Origin()
	f, ok := e.facts[fn]
	if !ok {
		got := new(FuncFact)
		if e.pass.ImportObjectFact(fn, got) {
			f = got
		}
		e.facts[fn] = f
	}
	return f
}

// position tells a place for a phrase, as file:line without folders.
func (e *engine) position(pos token.Pos) string {
	return ssax.ShortPosition(e.pass.Fset, pos)
}

// source returns the function as this package's source has it, or nil.
func (e *engine) source(fn *ssa.Function) *ssa.Function {
	if fn == nil {
		return nil
	}
	fn = ssax.Origin(fn)
	if fn.Blocks == nil || fn.Pkg != e.pkg {
		return nil
	}
	return fn
}
