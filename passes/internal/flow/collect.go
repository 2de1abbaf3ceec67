package flow

import "golang.org/x/tools/go/ssa"

// collect finds everything of interest in the package, completes what depends
// on parameters at the callers, and keeps the rest for the facts.
func (e *engine) collect(res *Result) {
	var open []*Site
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				open = append(open, e.sitesAt(call)...)
				res.Keys = append(res.Keys, e.keysAt(call)...)
				if use := e.methodAt(call); use != nil {
					res.Methods = append(res.Methods, use)
				}
				if issue := e.issueAt(call); issue != nil {
					res.Issued = append(res.Issued, issue)
				}
			}
		}
	}
	res.Sites = once(e.completeSites(open))
	for _, s := range res.Sites {
		if s.ClaimsOnly {
			continue
		}
		res.Keys = append(res.Keys, e.keyfuncKeys(s)...)
	}
	res.Keys = e.completeKeys(res.Keys)
	res.Minted = e.minted()
	res.Confused = e.confused(res)
	res.Sinks = e.collectSinks()
	e.keepVerified(res.Sinks)
	res.Trusts, res.Presences = e.findTrusts(), e.findPresence()
}

// collectSinks finds what ends in a sink, in packages that reach no library
// too: importers may hand them what they have from a token.
func (e *engine) collectSinks() []*SinkUse {
	var open []*SinkUse
	for _, fn := range e.funcs {
		if isTestFile(e.pass, fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					open = append(open, e.sinksAt(call)...)
				}
			}
		}
	}
	markTokens(open)
	return e.completeSinks(open)
}
