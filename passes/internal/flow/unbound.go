package flow

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Unbound is a place that issues a token for refreshing which holds nothing that a
// server could know it again by, and that the program does not keep either.
type Unbound struct {
	Pos, End token.Pos
	Steps    []Step
}

// LooseText is what a FuncFact says of a result that is a token without anything
// that binds it.
type LooseText struct {
	Result  int
	Refresh bool // it is one for refreshing; otherwise callers may say so
}

// looseToken is the text of a token without a binding, in one function.
type looseToken struct {
	fn      *ssa.Function
	text    ssa.Value
	at      ssa.CallInstruction // that issues it, as far as this package sees
	refresh bool
	steps   []Step
}

// unbound lists the tokens for refreshing that are issued without a binding and
// given away without being kept.
func (e *engine) unbound() []Unbound {
	var out []Unbound
	for _, call := range e.untested {
		for _, tok := range e.looseAt(call) {
			out = append(out, e.judgeLoose(tok, 0)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Unbound) int { return int(a.Pos) - int(b.Pos) })
	return slices.CompactFunc(out, func(a, b Unbound) bool { return a.Pos == b.Pos })
}

// looseAt is the token without a binding that a call returns, if it does.
func (e *engine) looseAt(call ssa.CallInstruction) []looseToken {
	var out []looseToken
	if claims, issues := e.issuing(call); issues {
		if text := e.signedBy(call); text != nil && e.bare(call, claims) {
			kind := e.kindAt(call, claims)
			if kind == "" {
				kind = e.kindByFunction(call.Parent(), "")
			}
			if kind == refreshKind || kind == "" || kind == plainKind {
				out = append(out, looseToken{fn: call.Parent(), text: text, at: call, refresh: kind == refreshKind})
			}
		}
		return out
	}
	fn := ssax.Callee(call.Common())
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	for _, l := range fact.Loose {
		tok := looseToken{fn: call.Parent(), text: resultOf(call, l.Result), at: call, refresh: l.Refresh || e.namedRefresh(call),
			steps: []Step{{Pos: call.Pos(), Phrase: calleeName(fn) + " issues the token"}}}
		if tok.text != nil {
			out = append(out, tok)
		}
	}
	return out
}

// namedRefresh reports whether the statement of a call says that what it
// returns is a token for refreshing.
func (e *engine) namedRefresh(call ssa.CallInstruction) bool {
	kind, _ := e.kindSaid(call.Pos())
	return kind == refreshKind
}

// signedBy is the text of the token that a library's call issues, or nil.
func (e *engine) signedBy(call ssa.CallInstruction) ssa.Value {
	row := e.row(ssax.Callee(call.Common()))
	if row.Does != model.BuildsToken {
		return resultOf(call, 0)
	}
	tok, ok := call.(*ssa.Call)
	if !ok {
		return nil
	}
	signing, ok := e.signingOf(tok).(*ssa.Call)
	if !ok {
		return nil
	}
	return resultOf(signing, 0)
}

// judgeLoose follows a token to where it is given away. What leaves the package by an
// exported function is for those who call that to judge.
func (e *engine) judgeLoose(tok looseToken, depth int) []Unbound {
	if !tok.refresh {
		return e.judgeCallers(tok, depth)
	}
	if !e.givenAway(tok.fn, tok.text, 0) {
		return nil
	}
	u := Unbound{Steps: tok.steps}
	u.Pos, u.End = e.span(tok.at)
	return []Unbound{u}
}

// judgeCallers judges a token whose kind only callers say, for each of them.
func (e *engine) judgeCallers(tok looseToken, depth int) []Unbound {
	s := e.spreadFrom(tok.fn, map[ssa.Value]grade{tok.text: ofToken})
	if s.kept || depth > 3 {
		return nil
	}
	var out []Unbound
	for _, i := range indices(s.results, ofToken) {
		if e.escapes(tok.fn) {
			e.keepLoose(tok.fn, LooseText{Result: i})
		}
		for _, call := range e.callersOf(tok.fn) {
			text := resultOf(call, i)
			if text == nil || isTestFile(e.pass, call.Pos()) {
				continue
			}
			kind, several := e.kindSaid(call.Pos())
			if kind == "" && !several {
				kind = e.kindByFunction(call.Parent(), "")
			}
			if kind == refreshKind || kind == "" && !several {
				step := Step{Pos: tok.at.Pos(), Phrase: "the token is issued here"}
				out = append(out, e.judgeLoose(looseToken{call.Parent(), text, call, kind == refreshKind, []Step{step}}, depth+1)...)
			}
		}
	}
	return out
}

// givenAway reports whether a token for refreshing leaves the program in
// view, and nothing in view keeps it.
func (e *engine) givenAway(fn *ssa.Function, text ssa.Value, depth int) bool {
	s := e.spreadFrom(fn, map[ssa.Value]grade{text: ofToken})
	if s.kept || depth > 4 || e.callsNamed(fn, keepsAway, make(map[*ssa.Function]bool)) {
		return false
	}
	if len(s.results) == 0 {
		return true
	}
	out := false
	for _, i := range indices(s.results, ofToken) {
		if e.escapes(fn) {
			e.keepLoose(fn, LooseText{Result: i, Refresh: true})
		}
		for _, call := range e.callersOf(fn) {
			result := resultOf(call, i)
			if result == nil || isTestFile(e.pass, call.Pos()) || call.Parent() == fn {
				continue
			}
			if !e.givenAway(call.Parent(), result, depth+1) {
				return false
			}
			out = true
		}
	}
	return out
}

// keepsAway reports whether a function's name says that it keeps tokens or makes
// a session, other than in a cookie.
func keepsAway(name string) bool {
	name = strings.ToLower(name)
	if strings.Contains(name, "cookie") {
		return false
	}
	return keepsByName(name) || strings.Contains(madeByName(name), "session")
}

// escapes reports whether other packages may call a function, and nothing in this one does.
func (e *engine) escapes(fn *ssa.Function) bool {
	return fn.Object() != nil && fn.Object().Exported() && e.pass.Pkg.Name() != "main" && len(e.callersOf(fn)) == 0
}

func (e *engine) keepLoose(fn *ssa.Function, l LooseText) {
	if !slices.Contains(e.looseTexts[fn], l) {
		e.looseTexts[fn] = append(e.looseTexts[fn], l)
	}
}

// indices lists the results of a grade in order.
func indices(results map[int]grade, want grade) []int {
	var out []int
	for i, g := range results {
		if g == want {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}
