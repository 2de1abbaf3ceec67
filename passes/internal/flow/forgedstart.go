package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// tries are the tries that start at a call, none if it looks at no token.
func (e *engine) tries(call *ssa.Call) []*try {
	fn := ssax.Callee(call.Common())
	if row := e.row(fn); row != nil {
		return e.libraryTries(call, row)
	}
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []*try
	for _, f := range fact.Forged {
		t := e.newTry(call, f.How)
		t.late, t.library, t.results = f.Late, libraryNamed(f.Library), notions(f)
		t.text = placed(e.instantiate(f.Token, nil, call), call.Pos())
		out = append(out, t)
	}
	return out
}

func (e *engine) newTry(call *ssa.Call, how TrustHow) *try {
	return &try{
		engine: e, how: how, call: call, site: call, left: maxTryBlocks,
		ids: make(map[ssa.Value]int), running: make(map[*ssa.Function]bool), hops: make(map[hop]bool),
	}
}

// libraryTries start at a call of a library's own function.
func (e *engine) libraryTries(call *ssa.Call, row *model.Func) []*try {
	t := e.newTry(call, Failed)
	t.library = t.libraryAt(call)
	t.claims, t.text = OperandAt(call.Common(), row.Claims), e.textAt(call, row)
	if t.library == nil {
		return nil
	}
	does := row.Does
	if e.unsigned(call, row) {
		does = model.ParsesUnverified
	}
	switch does {
	case model.Verifies:
		if e.verifiedBy(e.tokenText(call, row), call) {
			return nil
		}
		t.results = refusal(call, t.library)
		if !slices.ContainsFunc(t.results, func(k known) bool { return k.is == isFailure }) {
			return nil
		}
		if !t.library.Failure.Filled {
			t.claims = nil
		}
		if keyless(call, row) {
			t.how = Unverified
		}
	case model.ParsesUnverified:
		if e.goesOut(e.tokenText(call, row), call, e.mayVerify) {
			return nil
		}
		t.how, t.results = Unverified, parsed(call)
	default:
		return nil
	}
	if t.how == Failed && joined(t.library.Failure, e.version(ssax.Callee(call.Common()).Pkg())) {
		late := e.newTry(call, Failed)
		late.library, late.claims, late.text, late.results, late.late = t.library, t.claims, t.text, t.results, true
		return []*try{t, late}
	}
	return []*try{t}
}

// parsed is what a parse that verifies nothing returns.
func parsed(call *ssa.Call) []known {
	var out []known
	for r := range call.Common().Signature().Results().Variables() {
		k := known{}
		switch claim, _ := ClaimedType(r.Type()); {
		case ssax.IsError(r.Type()):
			k.is = isNothing
		case claim == "token":
			k.is = isToken
		case len(out) == 0:
			k.is = isClaims
		}
		out = append(out, k)
	}
	return out
}

// textAt is where the text of a token comes from.
func (e *engine) textAt(call ssa.CallInstruction, row *model.Func) Value {
	if v := e.tokenText(call, row); v != nil {
		return computed("token", e.eval(v, call.Pos()))
	}
	return unknown("token")
}

// run goes through everything that comes after the call.
func (t *try) run() []*Trust {
	p := newPath()
	p.setResults(t.call, t.results)
	if t.claims != nil {
		t.fill(p, t.claims)
	}
	t.goUp(t.call, p, 0)
	return t.out
}

// goUp goes on behind a call, to the end of the function around it, and behind
// the calls of that.
func (t *try) goUp(call *ssa.Call, p *path, depth int) {
	fn := call.Parent()
	if t.how == Unverified && t.handsOver(fn, call, t.text.Leaves(), 0) {
		return
	}
	p.block, p.index = call.Block(), slices.Index(call.Block().Instrs, ssa.Instruction(call))+1
	for _, o := range t.follow(p) {
		t.runsOut(fn, o)
		if o.end.used.Pos.IsValid() && !o.end.refused.IsValid() {
			t.report(t.how, o.end.used, &o.end)
			continue
		}
		if o.end.tested && o.vouches() && !o.end.refused.IsValid() {
			t.report(t.how, Step{Pos: fn.Pos(), Phrase: fn.Name() + " tests what the token says, and finds nothing wrong"}, &o.end)
			continue
		}
		if !o.tells() || depth >= maxTryDepth {
			continue
		}
		if t.handedBack(fn, o) {
			t.report(t.how, Step{Pos: fn.Pos(), Phrase: fn.Name() + " hands back what the token says, and no error"}, &o.end)
			continue
		}
		t.remember(fn, o)
		for _, site := range t.callersOf(fn) {
			t.above(site, fn, o, depth)
		}
	}
}

// above goes on behind one call of a function. Whoever is told of the failure
// there has to answer for what he does.
func (t *try) above(site ssa.CallInstruction, fn *ssa.Function, o outcome, depth int) {
	call, ok := site.(*ssa.Call)
	if !ok || isTestFile(t.pass, call.Pos()) || t.hops[hop{fn.Pos(), call}] {
		return
	}
	t.hops[hop{fn.Pos(), call}] = true
	defer delete(t.hops, hop{fn.Pos(), call})
	up := *t
	up.call = call
	if o.fails() || t.how == Unverified {
		up.site = call
		up.steps = append([]Step{{Pos: t.site.Pos(), Phrase: calledName(t.site) + " looks at the token here"}}, t.steps...)
	}
	up.text = t.instantiate(t.text, fn, call)
	p := newPath()
	p.flags(o.end)
	p.used = Step{}
	p.setResults(call, o.results)
	up.goUp(call, p, depth+1)
	t.left, t.out = up.left, up.out
}

// tells reports whether a caller has anything of what a function returns.
func (o *outcome) tells() bool {
	return slices.ContainsFunc(o.results, func(k known) bool { return k.is > isFalse || k.is == isThere || k.is == isFalse })
}

// handedBack reports whether an exported function hands the claims to callers out
// of view as if all was well. A token they can still ask.
func (t *try) handedBack(fn *ssa.Function, o outcome) bool {
	if t.how != Failed || o.fails() || fn.Object() == nil || !fn.Object().Exported() {
		return false
	}
	claims := false
	for _, k := range o.results {
		if k.is == isToken || k.is == isJudged {
			return false
		}
		claims = claims || k.is.forger()
	}
	return claims
}

// remember keeps what a function returns for its fact.
func (t *try) remember(fn *ssa.Function, o outcome) {
	if t.how == Failed != o.fails() {
		return
	}
	f := Forged{How: t.how, Late: t.late, Token: t.text}
	if t.library != nil {
		f.Library = t.library.Name
	}
	for _, k := range o.results {
		f.Results = append(f.Results, k.is)
	}
	same := func(g Forged) bool { return g.How == f.How && g.Late == f.Late && slices.Equal(g.Results, f.Results) }
	if !slices.ContainsFunc(t.forged[fn], same) {
		t.forged[fn] = append(t.forged[fn], f)
	}
}

// report notes a Trust at the call in charge, once.
func (t *try) report(how TrustHow, where Step, p *path) {
	trust := &Trust{How: how, Where: where, Steps: t.steps, Late: t.late, Abort: p.abort, Answer: p.refused, Name: calledName(t.site)}
	trust.Pos, trust.End = t.span(t.site)
	trust.Dropped = dropsError(t.site)
	from, also := t.textOrigins(t.text)
	if t.how == Unverified && also || how != CarriesOn && t.endOfChain(t.site.Parent()) && slices.ContainsFunc(from, usual) {
		return
	}
	trust.From = from
	if !slices.ContainsFunc(t.out, func(other *Trust) bool { return other.Pos == trust.Pos }) {
		t.out = append(t.out, trust)
	}
}

// calledName is what a call runs, in words.
func calledName(call *ssa.Call) string {
	if fn := ssax.Callee(call.Common()); fn != nil {
		return calleeName(fn)
	}
	return "the function literal"
}

// dropsError reports whether nobody looks at the error of a call.
func dropsError(call *ssa.Call) bool {
	if call.Common().Signature().Results().Len() == 1 {
		return len(*call.Referrers()) == 0
	}
	for _, ref := range *call.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok && ssax.IsError(ex.Type()) && len(*ex.Referrers()) > 0 {
			return false
		}
	}
	return true
}
