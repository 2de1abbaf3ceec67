package access

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// joined is a route's chain as a whole.
type joined struct {
	Chain
	guarded bool // a privileged role, or a check that only its name tells of
	alone   bool // the handler verifies a token itself, or something is out of view
	path    string
	shown   shown
	held    map[string]bool // IDs that have been held against the identity
}

// chain joins all that stands before a route's data. What one link makes sure
// of holds for the accesses of the others; its own are settled already.
func (r *route) chain() *joined {
	links := r.links()
	c := &joined{path: r.fullPath(), held: held(links)}
	for i, l := range links {
		acts := slices.Clone(l.Acts)
		for j, m := range links {
			if i != j {
				gate(acts, m.Gates)
			}
		}
		c.alone = c.alone || !l.seen || acted(acts) && l.Verifies
		c.join(l, acts, i < len(r.handler) && (i == len(r.handler)-1 || acted(acts)))
		c.guarded = c.guarded || i != len(r.handler)-1 && l.keepsItsName()
	}
	return c
}

// links lists the handler and what stands before it.
func (r *route) links() []link { return known(append(slices.Clone(r.handler), r.front.links...)) }

// held lists the IDs that one of the links holds against the identity.
func held(links []link) map[string]bool {
	out := make(map[string]bool)
	for _, l := range links {
		for _, g := range l.Gates {
			if g.ID.Source == ID && g.By.Source == Identity {
				out[g.ID.Name] = true
			}
		}
	}
	return out
}

// known puts the caller in place of values of the context that one of the links
// sets to the caller.
func known(links []link) []link {
	callers := make(map[string]bool)
	for _, l := range links {
		for _, s := range l.Sets {
			callers[s.Key] = callers[s.Key] || slices.ContainsFunc(s.Origins, func(o Origin) bool { return o.Source == Identity })
		}
	}
	for i, l := range links {
		if !slices.ContainsFunc(l.Gates, func(g Gate) bool { return g.By.Source == Value && callers[g.By.Name] }) {
			continue
		}
		c := *l.Chain
		c.Gates = slices.Clone(c.Gates)
		for j, g := range c.Gates {
			if g.By.Source == Value && callers[g.By.Name] {
				c.Gates[j].By = Origin{Source: Identity}
			}
		}
		links[i].Chain = &c
	}
	return links
}

// acted reports whether a link acts by an ID of the request.
func acted(acts []Act) bool {
	return slices.ContainsFunc(acts, func(a Act) bool { return a.ID.Source == ID })
}

// gate marks the accesses by an ID that middleware has held against the identity.
func gate(acts []Act, gates []Gate) {
	for i := range acts {
		a := &acts[i]
		for _, g := range gates {
			if g.ID.Source == ID && (g.ID.Name == a.ID.Name || g.ID.Name == "?" || g.ID.Name == "*") && g.By.Source == Identity {
				a.Met, a.Owned = true, true
			}
		}
	}
}

// join adds a link with its accesses.
func (c *joined) join(l link, acts []Act, last bool) {
	passes := c.Passes || l.Verifies && l.Passes
	knows, verifies := c.Knows, c.Verifies
	c.add(l.Chain)
	// What is read off a token that nobody verifies, such as its age, is no guard
	// unless somebody goes by it.
	c.Knows = c.Knows || l.Looks && (last || l.Passes || len(l.Gates) > 0)
	if l.seen && !l.Refuses && !last {
		c.Knows, c.Verifies = knows, verifies // Everybody gets through.
	}
	c.Passes = passes
	c.Acts = append(c.Acts[:len(c.Acts)-len(l.Acts)], acts...)
	if !acted(acts) {
		for _, g := range l.Gates {
			c.guarded = c.guarded || g.By.Source == Role && g.ID.Source == 0
		}
	}
	if !l.seen {
		if anyWord(l.name, tokenWords) {
			c.Verifies, c.Passes = true, true
		}
		c.guarded = c.guarded || authorizerName(l.name)
	}
}

// keepsItsName reports whether a link whose name promises that it asks for a role
// does, as far as can be told: it looks at the caller, and turns some away. One
// that asks for something of the caller's which need not be there does as well,
// if it tests the rest.
func (l *link) keepsItsName() bool {
	return l.seen && !l.plain && (l.Refuses || l.Instead && len(l.Gates) > 0) && (l.Knows || l.Looks) && (l.Passes || !l.Verifies) && asksByName(l.name)
}

// asksByName reports whether a function is called as one that asks what the
// caller may do.
func asksByName(name string) bool {
	return anyWord(name[strings.LastIndexByte(name, '.')+1:], scopeWords)
}

var tokenWords = &wordSet{text: `auth jwt token protect protected authenticate authenticated authentication authorize authorized
	authorization login bearer secure secured`}

// handOn hands a route on to callers if the router is theirs, and nothing here
// tells yet who may pass.
func (e *engine) handOn(r *route, c *joined) bool {
	if len(r.front.open) == 0 || c.Verifies || c.guarded || r.asked() {
		return false
	}
	handed := false
	for _, open := range sortedEnds(r.front.open) {
		fn := ssax.Object(open.fn)
		if fn == nil || !fn.Exported() || c.Knows && open.index == result {
			continue
		}
		handed = true
		one := e.handing(r, c.Chain)
		one.Index = open.index
		e.open[fn] = append(e.open[fn], one)
	}
	return handed
}

// sortedEnds lists ends by function and operand, so that facts are the same in
// each run.
func sortedEnds(open map[end]bool) []end {
	return slices.SortedFunc(maps.Keys(open), func(a, b end) int {
		return cmp.Or(int(a.fn.Pos()-b.fn.Pos()), a.index-b.index)
	})
}
