package access

import (
	"go/token"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// String is the route's method and path.
func (r *route) String() string {
	path := strings.ReplaceAll(r.fullPath(), "//", "/")
	if path == "" {
		return "the route" // Of a generated server, whose paths are not in view.
	}
	return strings.TrimSpace(r.method + " " + path)
}

// asked reports whether middleware before the route wants to know who the
// caller is: whoever checks the token has been there before.
func (r *route) asked() bool {
	return slices.ContainsFunc(r.front.links, func(l link) bool { return l.Knows || l.Looks })
}

// name is what the handler is called: the last link with accesses, or the last one.
func (r *route) name() string {
	name, acts := "", false
	for _, l := range r.handler {
		if a := acted(l.Acts); a || !acts {
			name, acts = l.name, acts || a
		}
	}
	return name
}

// place is where a finding about the route's ID stands: where the ID is read,
// if the handler is in this package; else at the registration.
func (r *route) place(id Origin) (pos token.Pos, steps []flow.Step) {
	for _, l := range append(slices.Clone(r.handler), r.front.links...) {
		if l.source == nil {
			continue
		}
		if pos := l.source.read(id, l.scope); pos.IsValid() {
			return pos, []flow.Step{{Pos: r.call.Pos(), Phrase: r.String() + " is registered here"}}
		}
	}
	if r.call == nil {
		return r.at, r.elsewhere()
	}
	if r.inner != "" {
		steps = append(steps, flow.Step{Pos: r.call.Pos(), Phrase: r.String() + " is registered at " + r.inner})
	}
	for _, l := range r.handler {
		if acted(l.Acts) && l.pos.IsValid() {
			steps = append(steps, flow.Step{Pos: l.pos, Phrase: r.String() + " is handled by " + l.name + ", declared here"})
		}
	}
	return r.pos(), steps
}

// pos is the route's line.
func (r *route) pos() token.Pos {
	if r.at.IsValid() {
		return r.at
	}
	return r.call.Pos()
}

// fullPath is the route's path below that of its router.
func (r *route) fullPath() string { return r.front.prefix + r.path }

// read is where a scope of the unit reads an ID first.
func (u *unit) read(id Origin, scope int) (first token.Pos) {
	for n, pos := range u.readAt {
		o := u.origins[n]
		same := o.Source == ID && o.Name == id.Name && o.From == id.From && (scope == 0 || o.scope == scope || o.scope == 0)
		if same && pos.IsValid() && (first == token.NoPos || pos < first) {
			first = pos
		}
	}
	return first
}

// short tells a place without folders.
func (e *engine) short(pos token.Pos) string { return ssax.ShortPosition(e.pass.Fset, pos) }
