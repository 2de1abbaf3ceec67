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

// keep notes a site that depends on owner's operands for owner's fact.
func (e *engine) keep(owner *ssa.Function, s *Site) {
	c := *s
	c.ClaimsParam = paramIndex(s.claims)
	e.openSites[owner] = append(e.openSites[owner], &c)
}

// keepClaims notes a site whose claims are the caller's: it decodes into an
// operand of its function, so that callers in other packages can check them.
func (e *engine) keepClaims(s *Site) {
	if s.call == nil || s.call.Parent().Object() == nil || paramIndex(s.claims) < 0 {
		return
	}
	c := *s
	c.ClaimsOnly = true
	e.keep(s.call.Parent(), &c)
}

// keepKey is keep for a key.
func (e *engine) keepKey(owner *ssa.Function, k *KeyUse) {
	e.openKeys[owner] = append(e.openKeys[owner], k)
}

// export writes the facts that importers of this package need, and reports
// whether there are any.
func (e *engine) export(res *Result) bool {
	some := false
	keys := e.keyOrigins(res)
	for _, fn := range e.funcs {
		obj := ssax.Object(fn)
		if obj == nil || !obj.Exported() || obj.Pkg() != e.pass.Pkg || isTestFile(e.pass, fn.Pos()) {
			continue
		}
		if fact := e.factOf(fn); !fact.empty() {
			e.pass.ExportObjectFact(obj, fact)
			some = true
		}
	}
	e.exportVars(keys)
	e.exportFields()
	return some || e.exportedValues
}

// factOf summarises an exported function.
func (e *engine) factOf(fn *ssa.Function) *FuncFact {
	fact := new(FuncFact)
	if isKeyfunc(fn.Signature) {
		k := e.keyfuncOf(fn)
		fact.Keyfunc = k.rewriteAll(func(v Value) Value { return e.portable(v, fn) }, e)
	}
	fact.Results = e.portableResults(fn)
	for _, s := range e.openSites[fn] {
		c := s.alone()
		c.Pos, c.End = token.NoPos, token.NoPos
		c.Options, c.Keyfunc = e.portable(s.Options, fn), e.portable(s.Keyfunc, fn)
		c.Steps = e.portableSteps(append([]Step{{Pos: s.Pos, Phrase: s.Name + " verifies the token"}}, s.Steps...))
		if c.ClaimsOnly {
			c.Keyfunc = unknown("the wrapper's own")
		}
		fact.Sites = append(fact.Sites, c)
	}
	for _, k := range e.openKeys[fn] {
		c := *k
		c.Pos, c.Key = token.NoPos, e.portable(onlyParams(k.Key, fn), fn)
		c.Steps = e.portableSteps(append([]Step{{Pos: k.Pos, Phrase: "used as a key"}}, k.Steps...))
		fact.Keys = append(fact.Keys, c)
	}
	for _, use := range e.openSinks[fn] {
		c := *use
		c.call = nil
		c.Pos, c.End, c.Value = token.NoPos, token.NoPos, e.portable(use.Value, fn)
		c.Steps = e.portableSteps(append([]Step{{Pos: use.Pos, Phrase: use.Name + " is given it"}}, use.Steps...))
		fact.Sinks = append(fact.Sinks, c)
	}
	for _, f := range e.forged[fn] {
		f.Token = e.portable(f.Token, fn)
		fact.Forged = append(fact.Forged, f)
	}
	e.summariseChecks(fn, fact)
	fact.Issues = e.issuesOf(fn)
	e.summariseExpiry(fn, fact)
	fact.Mixed = e.mixed[fn]
	fact.Presented, fact.Mints, fact.Loose = e.presentedTo(fn), e.mintsFor(fn), e.looseTexts[fn]
	return fact
}

// summariseChecks fills in what a function with a token or claims among its
// operands makes sure of.
func (e *engine) summariseChecks(fn *ssa.Function, fact *FuncFact) {
	for i, p := range fn.Params {
		if row, _ := jwt.TypeOf(p.Type()); row != nil && row.Is == model.IsMethod {
			e.algParams[p] = true
			fact.Guards = e.guardsOf(fn)
			continue
		}
		h := holdsOf(p)
		if h == 0 {
			continue
		}
		for _, claim := range []model.Claim{model.Aud, model.Exp, model.Iss} {
			t := &tracker{engine: e, claim: claim, seen: make(map[ssa.Value]holds)}
			t.add(p, h)
			t.solve()
			if t.best.State >= Unseen || len(EnforcedBy(listOf(t.later...), claim).Found) > 0 {
				fact.Checks = append(fact.Checks, Check{Param: i, Claim: claim})
			} else if claim == model.Exp && t.best.State == IfPresent {
				fact.Checks = append(fact.Checks, Check{Param: i, Claim: claim, Optional: true})
			}
		}
		if fact.Guards == nil {
			fact.Guards = e.guardsOf(fn)
		}
	}
}

// portableResults keeps results of the types that rules ask for, if anything is known of them.
func (e *engine) portableResults(fn *ssa.Function) []Value {
	results := fn.Signature.Results()
	var out []Value
	known := false
	for i := range results.Len() {
		v := unknown("result of " + fn.Name())
		if travels(results.At(i).Type()) {
			if vals := e.resultsOf(fn); i < len(vals) {
				v = e.portable(vals[i], fn)
			}
		}
		known = known || v.Has(telling)
		out = append(out, v)
	}
	if !known {
		return nil
	}
	return out
}

// telling reports whether a value says something that a rule could use.
func telling(v Value) bool {
	switch v.Kind {
	case Literal, Param, Weak, Embedded, Opt, Function, Key, Method, AcceptsNone:
		return true
	case Struct:
		return isBuilt(v)
	}
	return v.Source != "" || len(v.From) > 0
}

// isBuilt reports whether a value is a parser that a constructor has given its options.
func isBuilt(v Value) bool { return v.Kind == Struct && slices.Contains(v.Names, parserOptions) }

// travels reports whether values of a type can be keys, options, parsers or keyfuncs.
func travels(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String
	case *types.Interface:
		return !ssax.IsError(t)
	case *types.Slice:
		return travelsAlone(u.Elem())
	case *types.Signature:
		return isKeyfunc(u) || isModelled(t)
	}
	return FamilyOfType(t) != "" || isModelled(t)
}

func travelsAlone(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Kind() == types.Byte || b.Kind() == types.String
	}
	return isModelled(t)
}

func isModelled(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && jwt.LibraryOf(named.Obj().Pkg().Path()) != nil
}

// exportVars writes what exported variables may hold of the source's texts.
func (e *engine) exportVars(keys map[types.Object]bool) {
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && keys[c] && c.Exported() {
			e.pass.ExportObjectFact(c, &ValueFact{Reported: true})
			continue
		}
		obj, ok := scope.Lookup(name).(*types.Var)
		if !ok || !obj.Exported() || !travels(obj.Type()) {
			continue
		}
		if g, ok := e.pkg.Members[name].(*ssa.Global); ok {
			e.exportValue(obj, e.eval(g, g.Pos()), keys[obj])
		}
	}
}

// exportFields does the same for fields of exported structs.
func (e *engine) exportFields() {
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				addr, ok := instr.(*ssa.FieldAddr)
				if !ok {
					continue
				}
				f := ssax.Field(addr.X.Type(), addr.Field)
				if f == nil || !f.Exported() || f.Pkg() != e.pass.Pkg || !travels(f.Type()) || e.exported[f] {
					continue
				}
				e.exported[f] = true
				e.exportValue(f, e.fieldValue(f, ssax.StructOf(addr.X.Type()).Tag(addr.Field), addr.Pos()), false)
			}
		}
	}
}

// keyOrigins lists the constants and variables whose text this package uses as
// a key: they are reported here, and need not be in each importer.
func (e *engine) keyOrigins(res *Result) map[types.Object]bool {
	out := make(map[types.Object]bool)
	for _, use := range res.Keys {
		if isTestFile(e.pass, use.Pos) {
			continue
		}
		for _, alt := range use.Key.Alternatives() {
			if alt.Kind == Literal && len(alt.Steps) > 0 && e.origins[alt.Steps[0].Pos] != nil {
				out[e.origins[alt.Steps[0].Pos]] = true
			}
		}
	}
	return out
}

func (e *engine) exportValue(obj *types.Var, v Value, reported bool) {
	v = e.portable(v, nil)
	if v.Has(func(v Value) bool {
		return v.Kind == Literal && v.Index > 0 || v.Kind == Embedded || v.Kind == Opt || v.Kind == Function || isBuilt(v)
	}) {
		e.pass.ExportObjectFact(obj, &ValueFact{Value: v, Reported: reported})
		e.exportedValues = true
	}
}

// maxNodes bounds the size of a value in a fact.
const maxNodes = 64
