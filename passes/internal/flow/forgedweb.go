package flow

import (
	"go/constant"
	"go/types"
	"net/http"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// byFramework is a call of a web framework's function. It reports whether
// nothing comes after it.
func (t *try) byFramework(p *path, call *ssa.Call, row *web.Func) (ends bool) {
	framework := t.models.Framework(ssax.Callee(call.Common()).Pkg().Path())
	switch row.Does {
	case web.SetsValue:
		if v := OperandAt(call.Common(), row.Value); v != nil && p.valueOf(v).is.forger() {
			p.use(call.Pos(), "what the token says is kept in the request's context here")
		}
	case web.Passes:
		t.goesOn(p, call)
	case web.Aborts:
		p.aborted = true
		return row.Panics
	case web.Responds:
		if refusesCaller(call) {
			p.refused, p.abort = call.Pos(), aborting(framework)
		}
		p.aborted = p.aborted || framework != nil && framework.AnswerEnds
	}
	return false
}

// aborting is the method that stops the chain in a framework that goes on
// otherwise; "" for other frameworks.
func aborting(f *web.Framework) string {
	if f == nil || !f.GoesOn {
		return ""
	}
	name := ""
	for _, row := range f.Funcs {
		if row.Does == web.Aborts && (name == "" || len(row.Name) < len(name)) {
			name = row.Name
		}
	}
	return name
}

// refusesCaller reports whether an answer says in so many words that the caller
// has to show who he is.
func refusesCaller(call *ssa.Call) bool {
	code := status(call)
	return code == http.StatusUnauthorized || code == http.StatusForbidden
}

// status is the status that an answer is given as a constant, 0 if it is not.
func status(call ssa.CallInstruction) int64 {
	for _, arg := range call.Common().Args {
		c, ok := arg.(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
			continue
		}
		if n := c.Int64(); n >= http.StatusContinue && n < 600 {
			return n
		}
	}
	return 0
}

// callsOn reports whether a call hands the request to the handler that a
// middleware was given.
func (t *try) callsOn(call *ssa.Call, fn *types.Func) bool {
	if fn != nil {
		return fn.Name() == "ServeHTTP"
	}
	return t.answers(call)
}

// answers reports whether a call is given the request, or what it is answered with.
func (t *try) answers(call *ssa.Call) bool {
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return t.ofRequest(arg.Type()) })
}

// ofRequest reports whether values of a type are a request, its context in a
// framework, or what it is answered with.
func (e *engine) ofRequest(typ types.Type) bool {
	switch e.models.Type(typ) {
	case web.IsContext, web.IsRequest, web.IsResponse:
		return true
	}
	return false
}

// serves reports whether a function, or one around it, is given a request.
func (e *engine) serves(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return e.ofRequest(p.Type()) }) {
			return true
		}
	}
	return false
}

// mayAnswer notes that a call out of view may have answered the request, or stopped it.
func (t *try) mayAnswer(p *path, call *ssa.Call) {
	if !t.answers(call) {
		return
	}
	p.unclear = true
	if refusesCaller(call) {
		p.refused = call.Pos()
	}
}

// goesOn is a call of what follows a middleware.
func (t *try) goesOn(p *path, call *ssa.Call) {
	if p.refused.IsValid() && !p.aborted && (!p.unclear || !t.stopsChains(call)) {
		t.report(CarriesOn, Step{Pos: call.Pos(), Phrase: "the request goes on here"}, p)
	}
}

// stopsChains reports whether a call is of a framework in which a function out of view can
// stop the chain.
func (t *try) stopsChains(call *ssa.Call) bool {
	fn := ssax.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	framework := t.models.Framework(fn.Pkg().Path())
	return framework != nil && slices.ContainsFunc(framework.Funcs, func(row web.Func) bool { return row.Does == web.Aborts })
}

// runsOut is the end of a middleware that has refused the request and stopped
// nothing, in a framework that goes on then.
func (t *try) runsOut(fn *ssa.Function, o outcome) {
	if o.end.refused.IsValid() && o.end.abort != "" && !o.end.aborted && !o.end.unclear && t.inChain(fn) {
		t.report(CarriesOn, Step{Pos: o.end.refused, Phrase: "the request is refused here, and the chain goes on"}, &o.end)
	}
}

// inChain reports whether a function is a middleware and not the handler at the
// end: it lets requests pass, or leaves something for the handler, and answers
// none by itself.
func (t *try) inChain(fn *ssa.Function) bool {
	between := false
	for call := range ssax.Calls(fn) {
		if row := t.models.Web(ssax.Callee(call.Common())); row != nil {
			between = between || row.Does == web.Passes || row.Does == web.SetsValue
		}
	}
	return between && !t.answersWell(fn, make(map[*ssa.Function]bool))
}

// answersWell reports whether a function, or one of this package that it hands
// the request to, answers with anything else than a refusal.
func (t *try) answersWell(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if fn == nil || seen[fn] {
		return false
	}
	seen[fn] = true
	for call := range ssax.Calls(fn) {
		row := t.models.Web(ssax.Callee(call.Common()))
		if row != nil && row.Does == web.Responds && status(call) < http.StatusBadRequest {
			return true
		}
		if made, ok := call.(*ssa.Call); ok && t.answers(made) && t.answersWell(t.source(made.Call.StaticCallee()), seen) {
			return true
		}
	}
	return false
}
