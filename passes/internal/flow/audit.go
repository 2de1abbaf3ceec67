package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A branch that refuses a request is one side of a condition that says that a
// token is not what it should be (mismatch.go), of which every way answers with
// a refusal and leaves. It is silent if no call on any of these ways may write
// something down, nor one between the verification and the branch.

// Trace is what a function, or a call, may leave behind. It is a fact of
// functions, in packages where a rule asks for it.
type Trace struct {
	Logs    bool  // something may be written down, or handed on to who may do that
	Answers bool  // a request may be answered
	Refuses bool  // the answer may be a refusal: its status says so, or the chain is stopped
	Fails   []int // the results that tell callers of a token that is not what it should be, see Audit.Fails
}

// AFact marks Trace as a fact.
func (*Trace) AFact() {}

// String lists what the fact has, for tests.
func (t *Trace) String() string {
	text := "is silent"
	if t.Logs {
		text = "may log"
	}
	if t.Answers {
		text += ", answers"
	}
	if t.Refuses {
		text += ", refuses"
	}
	if len(t.Fails) > 0 {
		text += ", verifies"
	}
	return text
}

// And is what two calls leave behind together. Whose results tell of tokens is
// not what a caller inherits.
func (t Trace) And(u Trace) Trace {
	return Trace{Logs: t.Logs || u.Logs, Answers: t.Answers || u.Answers, Refuses: t.Refuses || u.Refuses}
}

// Refusal is a branch that refuses a request because of what its token is, and
// writes nothing down.
type Refusal struct {
	Pos, End token.Pos // the verifying call, or the comparison
	Claim    string    // that differs, "" for a token that does not verify
	Steps    []Step    // the refusing answers
}

// Audit looks for such branches in one package.
type Audit struct {
	*engine
	trace func(ssa.CallInstruction) Trace
	fails map[*ssa.Function][]int
	found []*Refusal
}

// Audit returns what answers for the package; nil if no library is in its
// import closure. trace tells what calls leave behind.
func (r *Result) Audit(trace func(ssa.CallInstruction) Trace) *Audit {
	if r.pass == nil {
		return nil
	}
	e := r.engine
	if e == nil { // The engine has no use for a package that only asks others to verify.
		e = newEngine(r.pass, r.models)
	}
	return &Audit{engine: e, trace: trace, fails: make(map[*ssa.Function][]int)}
}

// Refusals lists the branches of the package that refuse in silence, in source order.
func (a *Audit) Refusals() []*Refusal {
	for _, fn := range a.funcs {
		if !isTestFile(a.pass, fn.Pos()) && a.serves(fn) && !a.logsLater(fn) {
			for _, b := range fn.Blocks {
				a.branch(b)
			}
		}
	}
	slices.SortStableFunc(a.found, func(x, y *Refusal) int { return int(x.Pos - y.Pos) })
	return a.found
}

// logsLater reports whether a function may log when it ends, on every way.
func (a *Audit) logsLater(fn *ssa.Function) bool {
	for call := range ssax.Calls(fn) {
		if _, ok := call.(*ssa.Defer); ok && a.trace(call).Logs {
			return true
		}
	}
	return false
}

// branch judges both sides of the condition that ends a block.
func (a *Audit) branch(b *ssa.BasicBlock) {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return
	}
	m := a.mismatchOf(branch.Cond, 0)
	for i, c := range []*cause{m.yes, m.no} {
		if c == nil || a.loggedBefore(c, b) {
			continue
		}
		if answer := a.refusesSilently(b.Succs[i], b); answer != nil {
			a.note(c, answer)
		}
	}
}

// note keeps a refusal, once for each cause.
func (a *Audit) note(c *cause, answer ssa.CallInstruction) {
	step := Step{Phrase: "refused here, and nothing is logged"}
	step.Pos, _ = a.span(answer)
	for _, known := range a.found {
		if known.Pos == c.pos {
			if !slices.Contains(known.Steps, step) {
				known.Steps = append(known.Steps, step)
			}
			return
		}
	}
	a.found = append(a.found, &Refusal{Pos: c.pos, End: c.end, Claim: c.claim, Steps: []Step{step}})
}

// loggedBefore reports whether something may be written down by the verification
// itself, or on every way from there to the branch.
func (a *Audit) loggedBefore(c *cause, branch *ssa.BasicBlock) bool {
	if c.call == nil {
		return false
	}
	if a.trace(c.call).Logs {
		return true
	}
	for b := branch; b != nil && b.Parent() == c.call.Parent(); b = b.Idom() {
		for i := len(b.Instrs) - 1; i >= 0; i-- {
			if b.Instrs[i] == ssa.Instruction(c.call) {
				return false
			}
			if call, ok := b.Instrs[i].(ssa.CallInstruction); ok && a.trace(call).Logs {
				return true
			}
		}
	}
	return false
}

// refusesSilently returns the call that refuses on the ways from one side of a
// branch, nil if some way does not refuse, or may log, or leaves the error to others.
func (a *Audit) refusesSilently(side, branch *ssa.BasicBlock) ssa.CallInstruction {
	var answer ssa.CallInstruction
	refusing := make(map[*ssa.BasicBlock]bool)
	var answered, approved, stopped bool
	for b := range ssax.Reach(side, nil, nil).All() {
		if b == branch || !a.keepsToItself(b) {
			return nil
		}
		for call := range ssax.CallsIn(b) {
			t := a.trace(call)
			if t.Logs || a.passesOn(call) {
				return nil
			}
			answered, approved, stopped = answered || t.Answers, approved || succeeds(call), stopped || a.stopsChain(call)
			if t.Refuses {
				refusing[b] = true
				if answer == nil || call.Pos() < answer.Pos() {
					answer = call
				}
			}
		}
	}
	if !answered || approved && !stopped || leavesPast(side, refusing) {
		return nil
	}
	return answer
}

// leavesPast reports whether a way from a block to the function's end avoids the others.
func leavesPast(from *ssa.BasicBlock, others map[*ssa.BasicBlock]bool) bool {
	for b := range ssax.Reach(from, nil, others).All() {
		if len(b.Succs) == 0 {
			return true
		}
	}
	return false
}

// keepsToItself reports whether a block does not end the function with an error
// for its caller, nor with a panic, and sends nothing to a channel: then others may log.
func (a *Audit) keepsToItself(b *ssa.BasicBlock) bool {
	if slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool { _, sends := instr.(*ssa.Send); return sends }) {
		return false
	}
	switch end := b.Instrs[len(b.Instrs)-1].(type) {
	case *ssa.Panic:
		return false
	case *ssa.Return:
		return !slices.ContainsFunc(namedResults(end), func(v ssa.Value) bool { return ssax.IsError(v.Type()) && !a.ofAnswer(v, 0) })
	}
	return true
}

// ofAnswer reports whether an error is nil, or says only whether the answer could be written.
func (a *Audit) ofAnswer(v ssa.Value, depth int) bool {
	switch x := v.(type) {
	case *ssa.Const:
		return x.IsNil()
	case *ssa.Phi:
		return depth <= maxTestDepth && !slices.ContainsFunc(x.Edges, func(edge ssa.Value) bool { return !a.ofAnswer(edge, depth+1) })
	}
	call, ok := tupleOf(v).(*ssa.Call)
	return ok && a.trace(call).Answers
}

// passesOn reports whether a call lets the request go on.
func (a *Audit) passesOn(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if row := a.models.Web(fn); row != nil {
		return row.Does == web.Passes
	}
	return fn != nil && fn.Name() == "ServeHTTP"
}

// stopsChain reports whether a call keeps what follows from running, so that
// whatever the status says, the request is refused.
func (a *Audit) stopsChain(call ssa.CallInstruction) bool {
	row := a.models.Web(ssax.Callee(call.Common()))
	return row != nil && row.Does == web.Aborts
}

// succeeds reports whether a call answers that all is well.
func succeeds(call ssa.CallInstruction) bool {
	code := status(call)
	return code >= 200 && code < 300
}
