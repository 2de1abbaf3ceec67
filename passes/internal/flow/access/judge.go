package access

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Fault is what is wrong with a handler.
type Fault int

const (
	// Write: data is changed by an ID that has not met the identity.
	Write Fault = iota + 1
	// Read: private data is returned by such an ID.
	Read
	// Weak: either, without evidence that the data is anybody's.
	Weak
	// Ineffective: ID and identity are compared, which changes nothing.
	Ineffective
	// NoIdentity: the middleware verifies, and tells nobody who the caller is.
	NoIdentity
)

// Finding is one fault.
type Finding struct {
	Pos      token.Pos
	Fault    Fault
	ID       string // name of the parameter
	From     Place
	Kind     data.Kind
	Callee   string // that reaches the data
	Handler  string // its name, if the finding stands at the registration
	Route    string // "DELETE /orders/:id"
	Evidence string
	Steps    []flow.Step
}

// Anonymous is the name of a handler that is a literal.
const Anonymous = "the handler"

// judge joins each handler with what stands before it.
func (e *engine) judge() []Finding {
	e.index()
	routes := slices.Concat(e.routes(), e.operations(), e.waiting())
	forAll := e.listedForAll(routes)
	nouns := e.nouns(routes, forAll)
	e.askSiblings(routes)
	var out []Finding
	for i := range routes {
		r := &routes[i]
		c := r.chain()
		c.insert()
		c.Acts = e.lookThrough(c.Acts)
		if e.handOn(r, c) {
			continue
		}
		if m, ok := r.missing(); ok {
			e.missing = append(e.missing, m)
		}
		if c.guarded || !c.Verifies && (!c.Knows || r.unverified(c)) {
			continue
		}
		if calledBack(r.fullPath()) {
			continue // A callback, a webhook: who calls has other means to show it.
		}
		r.keepNamed(c)
		c.shown = forAll
		nouns.complete(r, c)
		found := e.verdicts(r, c)
		e.wait(r, c, found)
		out = append(out, r.foremost(found)...)
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(int(a.Pos-b.Pos), int(a.Fault-b.Fault), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Handler, b.Handler))
	})
	told := make(map[string]bool) // middleware that has been reported
	return slices.DeleteFunc(slices.CompactFunc(out, func(a, b Finding) bool {
		return a.Pos == b.Pos && (a.Fault == NoIdentity || a.ID == b.ID && a.Handler == b.Handler)
	}), func(f Finding) bool {
		again := f.Fault == NoIdentity && told[f.Handler]
		told[f.Handler] = told[f.Handler] || f.Fault == NoIdentity
		return again
	})
}

// unverified reports whether no token guards a route whose handler looks for the
// caller: all that stands before it is in view, and nothing there puts anybody
// where it looks.
func (r *route) unverified(c *joined) bool {
	return !c.Sure && !c.Looks && r.call != nil && len(r.front.open) == 0 && !slices.ContainsFunc(r.links(), func(l link) bool {
		return !l.seen || len(l.Sets) > 0
	})
}

// keepNamed drops accesses by IDs that the route's path does not have: they are
// those of other routes with the same handler, or of another implementation.
func (r *route) keepNamed(c *joined) {
	path := r.fullPath()
	if len(r.front.open) > 0 || path == "" {
		return
	}
	c.Acts = slices.DeleteFunc(c.Acts, func(a Act) bool {
		return a.ID.Source == ID && a.ID.From == Path && a.ID.Name != "?" && a.ID.Name != "*" && !hasParameter(path, a.ID.Name)
	})
}

// hasParameter reports whether a route's path has a parameter of this name.
func hasParameter(path, name string) bool {
	for part := range strings.FieldsFuncSeq(path, func(c rune) bool { return strings.ContainsRune("/:{}*<>.?+()-", c) }) {
		if part == name {
			return true
		}
	}
	return strings.Contains(path, name)
}

// verdicts judges each ID that the route's handler acts by.
func (e *engine) verdicts(r *route, c *joined) []Finding {
	byID := make(map[Origin][]Act)
	var ids []Origin
	for _, a := range c.Acts {
		if a.ID.Source != ID {
			continue
		}
		if len(byID[a.ID]) == 0 {
			ids = append(ids, a.ID)
		}
		byID[a.ID] = append(byID[a.ID], a)
	}
	slices.SortFunc(ids, compareOrigins)
	var out []Finding
	for _, id := range ids {
		if capability(id.Name) || r.reads() && public(id.Name) || slices.Contains(e.opts.Public, id.Name) {
			continue
		}
		acts := slices.DeleteFunc(byID[id], func(a Act) bool { return e.belongsToNobody(a.Record.Name) })
		a, fault, ok := c.weigh(acts, r.method, id)
		if !ok {
			continue
		}
		f := Finding{Fault: fault, ID: id.Name, From: id.From, Kind: a.Kind, Callee: a.Callee, Route: r.String(),
			Evidence: a.Record.Owner}
		if fault == Read {
			f.Evidence = a.Record.Private
		}
		f.Pos, f.Steps = r.place(id)
		if r.call == nil || f.Pos == r.call.Pos() || f.Pos == r.at {
			f.Handler = r.name()
		}
		f.Steps = append(f.Steps, flow.Step{Pos: f.Pos, Phrase: a.done()})
		if f.Evidence != "" {
			f.Steps = append(f.Steps, flow.Step{Pos: f.Pos, Phrase: "such records are somebody's: " + f.Evidence})
		}
		out = append(out, f)
	}
	if len(out) > 0 && c.Verifies && !c.Passes && !c.alone {
		return e.unknowing(r, out)
	}
	return out
}

// foremost is what counts among the findings about one route: one cause gives
// one finding. It is that of the record that the path ends with.
func (r *route) foremost(found []Finding) []Finding {
	if len(found) < 2 {
		return found
	}
	path := r.fullPath()
	last := slices.MaxFunc(found, func(a, b Finding) int {
		return cmp.Or(boolean(a.Fault != Weak)-boolean(b.Fault != Weak), strings.LastIndex(path, a.ID)-strings.LastIndex(path, b.ID), int(a.Pos-b.Pos))
	})
	return []Finding{last}
}

// done says where an access is made.
func (a Act) done() string {
	switch name, isMap := strings.CutPrefix(a.Callee, MapPrefix); {
	case !isMap:
		return a.Callee + " is called at " + a.Where
	case a.Kind == data.Writes:
		return name + " changes at " + a.Where
	default:
		return "the record is looked up in " + name + " at " + a.Where
	}
}

// insert puts what middleware on the route has set in place of the values that
// the handler takes out of the context.
func (c *joined) insert() {
	values := make(map[string][]Origin)
	for _, s := range c.Sets {
		values[s.Key] = union(values[s.Key], s.Origins)
	}
	for i := range c.Acts {
		a := &c.Acts[i]
		a.Met = a.Met || slices.ContainsFunc(a.RoleBy, func(o Origin) bool {
			return o.Source == Value && slices.ContainsFunc(values[o.Name], Origin.tellsRank)
		})
		for _, o := range a.MetBy {
			if o.Source != Value {
				continue
			}
			a.MetBy = append(slices.Clone(a.MetBy), values[o.Name]...)
			if slices.ContainsFunc(values[o.Name], func(v Origin) bool { return v.Source == Identity }) {
				a.Met, a.Owned = true, true
			}
		}
	}
}

// unknowing turns findings behind middleware that keeps the identity to itself
// into one about the middleware.
func (e *engine) unknowing(r *route, found []Finding) []Finding {
	for _, l := range append(slices.Clone(r.front.links), r.handler...) {
		if !l.Verifies || l.Passes {
			continue
		}
		f := Finding{Pos: l.at, Fault: NoIdentity, Handler: l.name, Route: found[0].Route, ID: found[0].ID}
		if !f.Pos.IsValid() {
			f.Pos = r.call.Pos()
		}
		if l.source != nil {
			if pos := l.source.verifiedAt(l.scope); pos.IsValid() {
				f.Pos = pos
			}
		}
		f.Steps = []flow.Step{{Pos: found[0].Pos, Phrase: "the handler of " + found[0].Route + " cannot tell whose record it is"}}
		return []Finding{f}
	}
	return found
}

// exported is the unit's fact with what the join adds.
func (u *unit) exported() *FuncFact {
	f := *u.fact()
	f.Routes = u.e.open[ssax.Object(u.root)]
	f.Guards = u.e.guardsOf(u.root)
	return &f
}
