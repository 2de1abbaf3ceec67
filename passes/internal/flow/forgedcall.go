package flow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// called is a call on a path. It returns the ways on if there are several, and
// reports whether nothing comes after it.
func (t *try) called(p *path, call *ssa.Call) (ways []*path, ends bool) {
	common := call.Common()
	fn := ssax.Callee(common)
	if common.IsInvoke() && p.valueOf(common.Value).is == isNothing {
		return nil, true
	}
	if _, ok := common.Value.(*ssa.Builtin); ok {
		p.set(call, t.mixed(p, common.Args...))
		return nil, false
	}
	if row := t.row(fn); row != nil {
		t.byLibrary(p, call, row)
		return nil, false
	}
	if row := t.models.Web(fn); row != nil {
		return nil, t.byFramework(p, call, row)
	}
	if callee := t.bodyOf(common); callee != nil && t.worthwhile(p, call, callee) {
		return t.into(p, call, callee)
	}
	if fact := t.fact(fn); fact != nil && len(fact.Forged) > 0 {
		return t.told(p, call, fact), false
	}
	if t.callsOn(call, fn) {
		t.goesOn(p, call)
		return nil, false
	}
	return nil, t.outOfView(p, call, fn)
}

// bodyOf is the function of this package that a call runs, a literal included.
func (t *try) bodyOf(common *ssa.CallCommon) *ssa.Function {
	return t.source(common.StaticCallee())
}

// worthwhile reports whether a call of a function in view can matter.
func (t *try) worthwhile(p *path, call *ssa.Call, callee *ssa.Function) bool {
	if len(t.running) >= maxTryDepth || t.running[callee] {
		return false
	}
	for _, op := range call.Operands(nil) {
		if *op == nil {
			continue
		}
		if k := p.valueOf(*op); k.is == isThere || k.is >= isFailure || t.ofRequest((*op).Type()) {
			return true
		}
	}
	return t.looksAtTokens(callee)
}

// looksAtTokens reports whether a function of this package verifies, by itself or by what it calls.
func (e *engine) looksAtTokens(fn *ssa.Function) bool {
	known, ok := e.verifying[fn]
	if ok {
		return known
	}
	e.verifying[fn] = false
	for call := range ssax.Calls(fn) {
		callee := ssax.Callee(call.Common())
		row, fact := e.row(callee), e.fact(callee)
		inner := e.source(call.Common().StaticCallee())
		if row != nil && row.Does == model.Verifies || fact != nil && len(fact.Forged) > 0 || inner != nil && e.looksAtTokens(inner) {
			e.verifying[fn] = true
		}
	}
	return e.verifying[fn]
}

// into goes through a function of this package with what its operands are.
func (t *try) into(p *path, call *ssa.Call, callee *ssa.Function) (ways []*path, ends bool) {
	q := newPath()
	q.flags(*p)
	q.block = callee.Blocks[0]
	for i, param := range callee.Params {
		if arg := operand(call.Common(), i); arg != nil {
			q.set(param, p.valueOf(arg))
		}
	}
	t.running[callee] = true
	outcomes := t.follow(q)
	delete(t.running, callee)
	for _, o := range outcomes {
		next := p.fork(p.block, p.index+1)
		next.flags(o.end)
		next.setResults(call, o.results)
		ways = append(ways, next)
	}
	return ways, len(ways) == 0
}

// told goes on with what another package's function is known to return.
func (t *try) told(p *path, call *ssa.Call, fact *FuncFact) []*path {
	var ways []*path
	for _, f := range fact.Forged {
		if f.How == Unverified {
			continue
		}
		next := p.fork(p.block, p.index+1)
		next.setResults(call, notions(f))
		ways = append(ways, next)
	}
	return ways
}

func notions(f Forged) []known {
	out := make([]known, len(f.Results))
	for i, n := range f.Results {
		out[i] = known{is: n, lib: libraryNamed(f.Library)}
	}
	return out
}

func (p *path) setResults(call *ssa.Call, results []known) {
	if call.Common().Signature().Results().Len() == 1 {
		p.set(call, results[0])
		return
	}
	p.many[call] = results
}

// outOfView is a call of a function whose body is not in view, or of no interest.
func (t *try) outOfView(p *path, call *ssa.Call, fn *types.Func) (ends bool) {
	var forged, token, failed, whole bool
	for _, op := range call.Operands(nil) {
		if *op == nil {
			continue
		}
		switch k := p.valueOf(*op); {
		case k.is == isToken:
			token = true
		case k.is.forger():
			forged, whole = true, whole || k.is == isClaims
		case k.is >= isFailure && k.is <= isJudged, k.is == isThere && ssax.IsError((*op).Type()):
			failed = true
		}
	}
	switch {
	case fn != nil && strings.HasPrefix(fn.Name(), "Fatal"):
		return true
	case fn != nil && t.aboutErrors(p, call, fn):
		return false
	case fn != nil && notes(fn):
		if forged {
			p.setResults(call, dataResults(call, isClaim)) // fmt.Sprint, json.Marshal
		}
		return false
	}
	t.mayAnswer(p, call)
	if whole && reads(call) {
		p.setResults(call, dataResults(call, isClaim))
		return false
	}
	if forged || token {
		t.given(p, call, fn, forged)
		return false
	}
	if !failed {
		return false
	}
	results := call.Common().Signature().Results()
	if results.Len() == 0 && !t.answers(call) {
		return true // It may well not return.
	}
	judged := make([]known, results.Len())
	for i := range judged {
		judged[i] = known{is: isJudged}
	}
	if len(judged) > 0 {
		p.setResults(call, judged)
	}
	return false
}

// reads reports whether a call that gets whole claims returns something and no error:
// a part of them.
func reads(call *ssa.Call) bool {
	results := call.Common().Signature().Results()
	if results.Len() == 0 {
		return false
	}
	for r := range results.Variables() {
		if ssax.IsError(r.Type()) {
			return false
		}
	}
	return true
}

// given is a call that something of the forger's goes into. One that gets the
// whole token may look at it.
func (t *try) given(p *path, call *ssa.Call, fn *types.Func, forged bool) {
	results := dataResults(call, isClaim)
	keeps := fn != nil && t.plain(fn)
	if row := std.Of(fn); row != nil && row.Does == std.Decodes {
		recv, args := ssax.Args(call.Common())
		if from := recv; from != nil && p.valueOf(from).is.forger() || recv == nil && p.valueOf(args[0]).is.forger() {
			t.fill(p, args[row.Arg])
		}
		keeps = true
	}
	if !forged {
		for i := range results {
			results[i] = known{is: isJudged}
		}
	} else if !keeps {
		name := "a function value"
		if fn != nil {
			name = calleeName(fn)
		}
		p.use(call.Pos(), name+" is given what the token says")
		for i := range results {
			if results[i].is == isNothing {
				results[i] = known{} // It may fail for reasons of its own.
			}
		}
	}
	if len(results) > 0 {
		p.setResults(call, results)
	}
}
