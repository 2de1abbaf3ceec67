package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// completeSites replaces sites that depend on a function's operands by one for
// each call of that function in this package; those of functions that others
// can call are kept for the fact of the function as well.
func (e *engine) completeSites(open []*Site) []*Site {
	var done []*Site
	seen := make(map[hop]bool)
	for len(open) > 0 {
		var next []*Site
		for _, s := range open {
			owner := siteOwner(s)
			if s.Answered {
				done = append(done, s)
				continue
			}
			if owner == nil {
				e.keepBehind(s)
				e.keepClaims(s)
				done = append(done, s)
				continue
			}
			e.keep(owner, s)
			next = append(next, e.siteAtCallers(s, owner, seen)...)
		}
		open = next
	}
	return done
}

// hop is the completion of something that stands at root by a call; each is
// made once, so that wrappers that call each other come to an end.
type hop struct {
	root token.Pos
	call ssa.CallInstruction
}

// siteOwner returns the function on whose operands the verdict about a site
// depends, or nil. The keys that a keyfunc returns are a matter of their own.
func siteOwner(s *Site) *ssa.Function {
	for _, alt := range s.Keyfunc.Alternatives() {
		if alt.Kind == Param {
			return alt.owner
		}
	}
	return listOwner(s.Options)
}

// listOwner returns the function whose operands decide which options there
// are. What a single option expects is no reason to leave a verdict to callers.
func listOwner(v Value) *ssa.Function {
	if v.Kind == Param {
		return v.owner
	}
	if v.Kind == Opt && v.Option.Does != model.Carries {
		return nil
	}
	for _, elem := range v.Elems {
		if owner := listOwner(elem); owner != nil {
			return owner
		}
	}
	return nil
}

// paramOwner returns the function whose operands the values depend on, or nil.
func paramOwner(vals ...Value) *ssa.Function {
	var owner *ssa.Function
	for _, v := range vals {
		v.Has(func(p Value) bool {
			if p.Kind == Param && p.owner != nil && owner == nil {
				owner = p.owner
			}
			return false
		})
	}
	return owner
}

// siteAtCallers is the site as each call of owner completes it.
func (e *engine) siteAtCallers(s *Site, owner *ssa.Function, seen map[hop]bool) []*Site {
	var out []*Site
	for _, call := range e.calls[owner] {
		if seen[hop{s.root, call}] {
			continue
		}
		seen[hop{s.root, call}] = true
		c := *s
		c.Options = normalise(e, e.instantiate(s.Options, owner, call), s.library)
		c.Keyfunc = e.instantiate(s.Keyfunc, owner, call)
		if verifiesItself(s.call) {
			c.Keyfunc = e.pinnedBefore(c.Keyfunc, call)
		}
		c.takeKey()
		step := Step{Pos: s.Pos, Phrase: s.Name + " verifies the token here"}
		c.Steps = append([]Step{step}, s.Steps...)
		c.Pos, c.End = e.span(call)
		if s.call.Parent() == owner {
			c.claims = e.claimsAtCaller(s, call)
			c.call = call
		}
		out = append(out, &c)
	}
	return out
}
