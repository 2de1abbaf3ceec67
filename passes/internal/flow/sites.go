package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Site is a place that verifies a token: a call of a library's parsing
// function, or of a wrapper that leaves options or keyfunc to its caller.
type Site struct {
	Pos, End token.Pos
	Name     string // of the called function: "jwt.Parse"
	Library  string // that verifies in the end: "golang-jwt v5"
	Options  Value  // a list of Opt
	Keyfunc  Value
	Steps    []Step // from a wrapper's call to the library's function
	// Own: the project's own row says what the function checks; Library is then
	// its import path.
	Own bool
	// Bare: the library verifies something signed that need not hold claims.
	Bare bool
	// Loose: the version in use lets a key of the wrong kind pass: see model.Library.
	Loose bool
	// Answered: the site stands in a function that an own row speaks for. What
	// it checks is judged at that function's callers, by the row.
	Answered bool

	// KeyInOptions: the library takes the key among the options, and Keyfunc
	// says what they make of it.
	KeyInOptions bool

	// ClaimsParam is, in a fact, the operand that claims are decoded to; -1: none.
	ClaimsParam int
	// ClaimsOnly: the other package's wrapper answers for the algorithm and the
	// key; what is open is what its caller makes of the claims it gets back.
	ClaimsOnly bool
	// Behind: the claims go to the handlers behind a middleware.
	Behind bool
	// Hooked: the middleware calls a function out of view that may check claims.
	Hooked bool

	text     bool                // the first result holds the claims as text
	stepwise bool                // a parsed token verifies itself, and may be asked again
	inner    ssa.CallInstruction // the library's call in this package, or nil

	maker string // the other package's function that the site comes from, "" for none

	root    token.Pos // of the library's call, or of the other package's wrapper
	library *model.Library
	call    ssa.CallInstruction
	claims  ssa.Value // the operand that claims are decoded to, or the result that holds them, or nil
}

// sitesAt returns the verification that a call makes, if any.
func (e *engine) sitesAt(call ssa.CallInstruction) []*Site {
	common := call.Common()
	fn := ssax.Callee(common)
	if row := e.row(fn); row != nil {
		if row.Does == model.MakesMiddleware {
			return e.middlewareSites(row, fn, call)
		}
		if row.Does != model.Verifies && (row.Does != model.VerifiesSignature || row.Options == model.None) {
			return nil
		}
		if e.models.Func(fn) != nil {
			return []*Site{e.ownSite(row, fn, call)}
		}
		s := e.librarySite(row, fn, call)
		s.Answered = e.answered(call)
		return []*Site{s}
	}
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []*Site
	for i := range fact.Sites {
		s := e.factSite(&fact.Sites[i], fn, call)
		s.Answered = e.answered(call)
		out = append(out, s)
	}
	return out
}

// librarySite is a call of a library's own verifying function.
func (e *engine) librarySite(row *model.Func, fn *types.Func, call ssa.CallInstruction) *Site {
	s := &Site{
		Pos: call.Pos(), Name: calleeName(fn), call: call, library: jwt.LibraryOf(fn.Pkg().Path()),
		ClaimsParam: -1,
	}
	s.Library = s.library.Name
	s.Pos, s.End = e.span(call)
	s.root = s.Pos
	s.Keyfunc = e.keyAt(row, call, s.library)
	options := e.expecting(row, call)
	if row.Options != model.None {
		options = append(options, Value{Kind: Spread, Elems: []Value{e.optionsAt(row, call, s.library)}})
	}
	if recv, _ := ssax.Args(call.Common()); recv != nil && takesOptions(recv.Type()) {
		options = append(options, Value{Kind: Spread, Elems: []Value{e.parserOptions(e.parserAt(recv, call.Pos()), s.library)}})
	}
	if s.library.OnRequest {
		options = append(options, uncheckedByDefault())
	}
	s.Options = listOf(options...)
	s.KeyInOptions = row.Key == model.None && takesKeyOptions(s.library)
	s.takeKey()
	s.claims = OperandAt(call.Common(), row.Claims)
	if s.claims == nil {
		s.claims = e.carriedClaims(call, row)
	}
	s.Loose = e.loose(call, s.library)
	_, s.text = row.Claims.IsResult()
	s.Bare, s.stepwise, s.inner = !s.text && bare(s.claims, call), verifiesItself(call), call
	return s
}

// carriedClaims finds the claims that an option hands over (request.WithClaims).
func (e *engine) carriedClaims(call ssa.CallInstruction, row *model.Func) ssa.Value {
	list := OperandAt(call.Common(), row.Options)
	if list == nil {
		return nil
	}
	for _, ref := range ssax.Elements(list) {
		opt, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		if r := e.row(ssax.Callee(opt.Common())); r != nil && r.Does == model.Carries && r.Claims != model.None {
			return OperandAt(opt.Common(), r.Claims)
		}
	}
	return nil
}

// parserOptions is the list of options that a parser has taken, fields that
// work like options included.
func (e *engine) parserOptions(parser Value, lib *model.Library) Value {
	switch parser.Kind {
	case Either, Writers:
		var vals []Value
		for _, alt := range parser.Elems {
			if Elsewhere(alt) && slices.ContainsFunc(parser.Elems, isStruct) {
				continue // The one in view verifies, whatever else may be put in its place.
			}
			vals = append(vals, e.parserOptions(alt, lib))
		}
		return join(parser.Kind, vals...)
	case Param:
		return parser // Completed at the caller: see normalise.
	case Empty:
		return Value{Kind: List}
	case Struct:
	default:
		return unknown("parser out of view")
	}
	var elems []Value
	built := slices.Contains(parser.Names, parserOptions) // By a constructor, which has read its configuration.
	if opts := parser.Field(parserOptions); opts.Kind != Empty {
		elems = append(elems, Value{Kind: Spread, Elems: []Value{opts}})
	}
	for _, row := range fieldsOf(lib) {
		if built && row.Does == model.Carries && e.setElsewhere(lib, row) {
			elems = append(elems, Value{Kind: Spread, Elems: []Value{unknown("field " + row.Name + " is set")}})
		}
		if row.Does != model.Enforces && row.Does != model.Disables || built && !ofParser(lib, row) {
			continue
		}
		val := parser.Field(row.Name)
		// No list of algorithms is the same as none given; an expected value is
		// forgotten, or has been set to nothing.
		if val.Kind != Empty || row.Check != model.Alg && slices.Contains(parser.Names, row.Name) {
			opt := &Option{Name: row.Name, Does: row.Does, Check: row.Check, Empty: row.Empty}
			elems = append(elems, Value{Kind: Opt, Option: opt, Elems: []Value{val}})
		} else if e.setElsewhere(lib, row) {
			elems = append(elems, Value{Kind: Spread, Elems: []Value{unknown("field " + row.Name + " is set elsewhere")}})
		}
	}
	return listOf(elems...)
}

// fieldsOf lists the rows of a library's fields; a project's own parsers have none.
func fieldsOf(lib *model.Library) []model.Field {
	if lib == nil {
		return nil
	}
	return lib.Fields
}

// alone is a copy of a site without what only its own package knows: facts are
// the same whether a driver encodes them or hands them on in memory.
func (s *Site) alone() Site {
	c := *s
	c.stepwise, c.inner, c.maker, c.root, c.library, c.call, c.claims = false, nil, "", token.NoPos, nil, nil, nil
	return c
}

// factSite is the call of another package's wrapper.
func (e *engine) factSite(template *Site, fn *types.Func, call ssa.CallInstruction) *Site {
	s := *template
	s.call = call
	s.Pos, s.End = e.span(call)
	s.root = s.Pos
	s.library = libraryNamed(template.Library)
	fill := func(v Value) Value { return e.instantiate(v, nil, call) }
	s.Options, s.Keyfunc = normalise(e, placed(fill(template.Options), s.Pos), s.library), placed(fill(template.Keyfunc), s.Pos)
	s.takeKey()
	s.Steps = append([]Step{{Pos: s.Pos, Phrase: calleeName(fn) + " verifies with what it is given"}}, placedSteps(template.Steps, s.Pos)...)
	s.claims, s.maker = nil, fn.FullName()
	if template.ClaimsParam >= 0 {
		s.claims = operand(call.Common(), template.ClaimsParam)
	}
	s.ClaimsParam = -1
	return &s
}

// normalise turns a parser that took the place of a parameter into its options.
func normalise(e *engine, v Value, lib *model.Library) Value {
	if v.Kind != List || lib == nil {
		return v
	}
	var elems []Value
	for _, elem := range v.Elems {
		elem = e.optionsAmong(elem, lib)
		if elem.Kind == Spread && elem.Elems[0].Has(isStruct) {
			elem = Value{Kind: Spread, Elems: []Value{e.parserOptions(elem.Elems[0], lib)}}
		}
		elems = append(elems, elem)
	}
	return listOf(elems...)
}

func isStruct(v Value) bool { return v.Kind == Struct }
