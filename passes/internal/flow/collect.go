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
				res.Sinks = append(res.Sinks, e.sinksAt(call)...)
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
	res.Sinks = e.completeSinks(res.Sinks)
}
