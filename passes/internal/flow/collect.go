package flow

// collect finds everything of interest in the package, completes what depends
// on parameters at the callers, and keeps the rest for the facts.
func (e *engine) collect(res *Result) {
	var open []*Site
	for _, call := range e.allCalls {
		open = append(open, e.sitesAt(call)...)
		res.Keys = append(res.Keys, e.keysAt(call)...)
		if use := e.methodAt(call); use != nil {
			res.Methods = append(res.Methods, use)
		}
		if issue := e.issueAt(call); issue != nil {
			res.Issued = append(res.Issued, issue)
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
	res.Unbound = e.unbound()
	res.Trusts, res.Presences = e.findTrusts(), e.findPresence()
}

// collectSinks finds what ends in a sink, in packages that reach no library
// too: importers may hand them what they have from a token.
func (e *engine) collectSinks() []*SinkUse {
	var open []*SinkUse
	for _, call := range e.untested {
		open = append(open, e.sinksAt(call)...)
	}
	markTokens(open)
	return e.completeSinks(open)
}
