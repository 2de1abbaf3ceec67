package flow

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Span is where the call expression of an instruction stands.
func (r *Result) Span(call ssa.CallInstruction) (pos, end token.Pos) { return r.engine.span(call) }

// CalledName is the name by which the source calls a method or function of a
// package; nil for other calls.
func (r *Result) CalledName(call ssa.CallInstruction) *ast.Ident {
	expr := r.engine.parens().calls[call.Common().Pos()]
	if expr == nil {
		return nil
	}
	sel, ok := ast.Unparen(expr.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	return sel.Sel
}

// AlwaysDated reports whether every token that a site may be given was issued by
// this package with an exp: one at least is certain to be, and none is without.
func (r *Result) AlwaysDated(s *Site) bool {
	returns, family := s.keysOf()
	if family == "" {
		return false
	}
	related := false
	for _, i := range r.issuers() {
		how := r.engine.kinOf(s, returns, family, i)
		if how == stranger {
			continue
		}
		m := r.mintedBy(i.call)
		if m == nil || !m.dated() {
			return false
		}
		related = related || how == kin
	}
	return related
}

// mintedBy is what is known of the token that a call builds, or nil.
func (r *Result) mintedBy(call ssa.CallInstruction) *Minted {
	for _, m := range r.Minted {
		if m.call == call {
			return m
		}
	}
	return nil
}

// dated reports whether a token has an exp for sure, counted in seconds from now.
func (m *Minted) dated() bool {
	for _, x := range m.Exp {
		if x.Dating != Dated || x.Life().Verdict == WrongUnit || x.Date.Now == 0 {
			return false
		}
	}
	return len(m.Exp) > 0
}

// Tests reports whether the package tests whether a site's tokens have the
// claim, without comparing it: a nil test, or the ok of a lookup or assertion, that
// tokens without it do not pass.
func (r *Result) Tests(s *Site, claim model.Claim) bool {
	t := &tracker{engine: r.engine, claim: claim, seen: make(map[ssa.Value]holds), site: s.call, inner: s.inner}
	if v, ok := s.call.(*ssa.Call); ok {
		t.seedCall(v)
	}
	if s.claims != nil {
		t.seedClaims(s.claims)
		t.hook(s)
	}
	t.solve()
	for v, h := range t.seen {
		if h == holdsClaim && t.demands(v) {
			return true
		}
	}
	return false
}
