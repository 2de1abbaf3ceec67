package jwtexp

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/edit"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// accepting judges a site that verifies tokens: those without exp pass unless
// an option, or a test of the claim, asks for it.
func (c *checker) accepting(site *flow.Site) *diag.Finding {
	lib := site.Model()
	if lib == nil || lib.OnRequest || site.Own || site.Bare || site.Answered || flow.Disabled(site.Options, model.Sig) ||
		flow.Disabled(site.Options, model.Exp) {
		return nil // Nothing is verified, or its checks are switched off as a whole: another matter.
	}
	check := c.result.ClaimCheck(site, model.Exp)
	required := flow.EnforcedBy(site.Options, model.Exp).And(flow.EnforcedBy(check.Options, model.Exp))
	if len(required.Found) > 0 || required.Unseen || check.State >= flow.Unseen || c.result.Tests(site, model.Exp) {
		return nil
	}
	if c.ownExpiry(site) {
		return nil
	}
	remedy := "refuse claims without it"
	if list := c.result.OptionListOf(site); list != nil && c.result.OptionNamed(list.Library, model.Exp) != "" {
		remedy = "add " + c.result.OptionNamed(list.Library, model.Exp)
	}
	return &diag.Finding{Pos: site.Pos, End: site.End, Category: "jwtexp/not-required",
		Message: "tokens without exp are accepted (they never expire); " + remedy, Steps: site.Steps, Fixes: c.requireExp(site)}
}

// ownExpiry reports whether the claims type checks itself and may do so by
// another claim than exp.
func (c *checker) ownExpiry(site *flow.Site) bool {
	hook := site.Model().Hook
	for _, t := range site.ClaimsTypes() {
		if own := c.result.OwnMethod(t, hook.Name); own != nil && !c.ignoresExpiry(own) || c.result.OwnMethod(t, hook.Getter) != nil {
			return true
		}
	}
	return false
}

// requireExp is the fix that adds the option which asks for exp. It is offered
// where the program itself issues what it verifies, always with exp.
func (c *checker) requireExp(site *flow.Site) []analysis.SuggestedFix {
	list := c.result.OptionListOf(site)
	if list == nil || !list.First(site) {
		return nil
	}
	for _, other := range list.Sites {
		if !c.result.AlwaysDated(other) {
			return nil
		}
	}
	name := c.result.OptionNamed(list.Library, model.Exp)
	file := edit.File(c.pass, site.Pos, list.Call.Rparen)
	if name == "" || file == nil {
		return nil
	}
	option, ok := edit.Name(c.pass, file, list.Call.Rparen, list.Library, name)
	if !ok {
		return nil
	}
	return edit.Append(list.Call, option+"()", "Require exp")
}

// inSeconds is the fix that counts an exp in seconds, where a single call
// counts it.
func (c *checker) inSeconds(m *flow.Minted, x flow.Exp) []analysis.SuggestedFix {
	call := x.MillisCall()
	if call == nil || edit.File(c.pass, m.Pos, call.Pos()) == nil {
		return nil
	}
	name := c.result.CalledName(call)
	if name == nil || name.Pos() == token.NoPos {
		return nil
	}
	return edit.Replace(name.Pos(), name.End(), "Unix", "Count in seconds")
}

// tolerating judges the leeway for clocks that are apart.
func (c *checker) tolerating(t flow.Tolerance) *diag.Finding {
	if t.Seconds <= maxLeeway.Seconds()+1 {
		return nil
	}
	pos, end := c.result.Span(t.Call)
	return &diag.Finding{Pos: pos, End: end, Category: "jwtexp/leeway",
		Message: "expired tokens pass for another " + span(t.Seconds) + " (clocks are seconds apart); allow a minute at most"}
}
