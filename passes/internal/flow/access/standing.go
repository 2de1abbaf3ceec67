package access

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// standing is what one route says about the customs around it.
type standing struct {
	r        *route
	before   string   // the middleware that asks for a scope or role; "" for none
	within   string   // the handler that does
	knows    bool     // the handler reads who the caller is
	verified bool     // something before the data looks at a token
	one      bool     // it is about a record that the path names
	others   []string // middleware that may refuse for reasons of its own, or is out of view
	group    any      // key of the router
	resource string   // what its path is about; "" if everybody has business there, or that cannot be told
}

// check is what asks for a scope or role, "" for nothing.
func (s *standing) check() string { return nonEmpty(s.before, s.within) }

// standings looks at each route of the package.
func (e *engine) standings(routes []route) []standing {
	out := make([]standing, len(routes))
	gets := make(map[string]bool) // paths and handlers that answer GET
	for i := range routes {
		if routes[i].reads() {
			gets[routes[i].fullPath()+" "+routes[i].name()] = true
		}
	}
	for i := range routes {
		r := &routes[i]
		s := standing{r: r, group: e.group(r), verified: r.verified(), one: strings.ContainsAny(r.fullPath(), ":{*<")}
		if r.call != nil && r.method != "" && !r.open() && (r.reads() || !gets[r.fullPath()+" "+r.name()]) {
			s.resource = "/" + collection(r.fullPath())
		}
		for j, l := range r.links() {
			if j == len(r.handler)-1 {
				s.within, s.knows = gates(l), (l.Knows || l.Looks) && !l.Verifies
				continue
			}
			check := asksFor(l)
			s.before = nonEmpty(s.before, check)
			if check == "" && (!l.seen || l.Refuses && !l.Verifies) {
				s.others = append(s.others, l.name)
			}
		}
		out[i] = s
	}
	return out
}

// asksFor is the name of middleware that lets only some callers through by what
// they may do; "" if it does not.
func asksFor(l link) string {
	if anyWord(l.name, scopeWords) {
		return l.name
	}
	return gates(l)
}

// gates is the name of a link that tests a role, "" if it does not. What
// verifies the token or tells others who the caller is looks at claims as well,
// and whether a record is the caller's own is another question.
func gates(l link) string {
	if l.Verifies || len(l.Sets) > 0 || slices.ContainsFunc(l.Gates, func(g Gate) bool { return g.ID.Source == ID }) {
		return ""
	}
	gated := slices.ContainsFunc(l.Gates, func(g Gate) bool { return g.By.Source == Role && !g.Holds })
	guarded := slices.ContainsFunc(l.Acts, func(a Act) bool { return a.Met && !a.Owned })
	if gated || guarded {
		return l.name
	}
	return ""
}

// group is the router that a route is registered on, as the function that made
// it knows it; nil if there is none.
func (e *engine) group(r *route) any {
	if r.router == nil {
		return nil
	}
	v := e.peel(r.router)
	for range 5 {
		if outer := e.outer(v); outer != nil {
			v = e.peel(outer)
		}
	}
	return routerKey(v)
}

// outer is the router that one stands for: what the only caller gives for an
// operand, and what middleware for a single route is added to; nil for others.
func (e *engine) outer(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.Parameter:
		if callers := e.callers[x.Parent()]; len(callers) == 1 {
			return operand(callers[0].Common(), slices.Index(x.Parent().Params, x))
		}
	case *ssa.Call:
		row := e.models.Web(ssax.Callee(x.Common()))
		if row != nil && row.Does == web.Groups && flow.OperandAt(x.Common(), row.Path) == nil {
			recv, _ := ssax.Args(x.Common())
			return recv
		}
	}
	return nil
}
