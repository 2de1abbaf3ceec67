package access

import (
	"cmp"
	"go/token"
	"net/http"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// Missing is a route that asks for no scope or role while its siblings do.
type Missing struct {
	Pos     token.Pos
	Route   string // "DELETE /orders/:id"
	Reads   bool   // it changes nothing
	Sibling Sibling
	Steps   []flow.Step
}

// Sibling is the evidence against a route: another of the same resource or
// group, and what asks for a scope or role there.
type Sibling struct {
	Route string
	Check string // "RequireRole"
	Where string // "routes.go:12"
}

// A group needs so many routes that ask for a scope, and so many for each that
// does not, before it is a custom of the group.
const (
	customFrom  = 5
	customRatio = 2
)

// askSiblings notes for each route without a scope or role those siblings that
// ask for one.
func (e *engine) askSiblings(routes []route) {
	all := e.standings(routes)
	resources, groups := make(map[custom][]*standing), make(map[custom][]*standing)
	for i := range all {
		s := &all[i]
		if s.resource == "" && s.before == "" || s.r.call == nil {
			continue
		}
		if s.resource != "" {
			resources[s.collection()] = append(resources[s.collection()], s)
		}
		if s.group != nil {
			groups[s.router()] = append(groups[s.router()], s)
		}
	}
	common := make(map[custom]string, len(groups))
	for of, group := range groups {
		common[of] = commonCheck(group)
	}
	for i := range all {
		s := &all[i]
		if s.resource == "" || s.before != "" || s.r.sibling.Check != "" {
			continue
		}
		if !s.knows && s.within == "" {
			s.r.sibling = e.customary(resources[s.collection()], 1, 1, s, (*standing).check)
		}
		if s.r.sibling.Check == "" {
			s.r.sibling = e.customary(groups[s.router()], customFrom, customRatio, s, asking(common[s.router()]))
		}
	}
}

// custom is what siblings have in common: a router, a resource, and whether
// they change anything.
type custom struct {
	router   any
	resource string
	reads    bool
}

// collection is the custom of a resource: on whatever router of the package,
// unless only callers know where that stands.
func (s *standing) collection() custom {
	if len(s.r.front.open) > 0 {
		return custom{s.group, s.resource, s.r.reads()}
	}
	return custom{nil, s.resource, s.r.reads()}
}

func (s *standing) router() custom { return custom{s.group, "", s.r.reads()} }

// customary returns the first of some siblings that asks for a scope or role,
// if at least so many do, and so many for each that does not. Where the handler
// knows who calls, or asks itself, such siblings have to be among them. Who may
// touch a record says nothing of who may add one.
func (e *engine) customary(siblings []*standing, from, ratio int, of *standing, check func(*standing) string) Sibling {
	if !of.one {
		siblings = slices.DeleteFunc(slices.Clone(siblings), func(s *standing) bool { return s.one })
	}
	at := slices.IndexFunc(siblings, func(s *standing) bool { return check(s) != "" })
	if at < 0 {
		return Sibling{}
	}
	first := siblings[at]
	asks, not, alike := 0, 0, false
	for _, s := range siblings {
		switch {
		case check(s) != "":
			asks++
			alike = alike || (s.knows || !of.knows) && (s.within != "" || of.within == "")
		case s.before == "" && s.verified && (!s.knows || of.knows) && subset(s.others, first.others):
			not++
		}
	}
	if !alike || asks < from || asks < ratio*not || !subset(of.others, first.others) {
		return Sibling{}
	}
	return Sibling{Route: first.r.String(), Check: check(first), Where: e.short(first.r.pos())}
}

// commonCheck is the middleware that most of some routes have, the first of several.
func commonCheck(routes []*standing) string {
	count, most := make(map[string]int), ""
	for _, s := range routes {
		if s.before == "" {
			continue
		}
		if count[s.before]++; most == "" || count[s.before] > count[most] {
			most = s.before
		}
	}
	return most
}

// asking is whether a route asks by one middleware: routes that ask by several
// have no custom, each has its own business.
func asking(check string) func(*standing) string {
	return func(s *standing) string {
		if s.before != check {
			return ""
		}
		return check
	}
}

// subset reports whether all of some names are among others: middleware that
// the sibling has as well is not what asks for a scope.
func subset(names, others []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return !slices.Contains(others, n) })
}

// open reports whether everybody has business with a route: it is about the
// caller's own session or person, or changes nothing in spite of its method.
func (r *route) open() bool {
	if anyWord(r.fullPath(), personalWords) || calledBack(r.fullPath()) {
		return true
	}
	parts := strings.Split(r.fullPath(), "/")
	return r.method == http.MethodPost && anyWord(parts[len(parts)-1], readingWords)
}

// collection is the path without the parameter at its end, whatever
// parameters are called: /shops/:id/orders/:order is among /shops/*/orders.
func collection(path string) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	for i, p := range parts {
		if strings.ContainsAny(p, ":{*<") {
			parts[i] = "*"
		}
	}
	if last := len(parts) - 1; last > 0 && parts[last] == "*" {
		parts = parts[:last]
	}
	return strings.Join(parts, "/")
}

// missing reports a route that a token guards, and nothing else, while its
// siblings ask for a scope or role.
func (r *route) missing() (Missing, bool) {
	if r.sibling.Check == "" || r.call == nil || !r.verified() {
		return Missing{}, false
	}
	if slices.ContainsFunc(r.front.links, func(l link) bool { return asksFor(l) != "" }) {
		return Missing{}, false // The caller whose router it is has put it there.
	}
	m := Missing{Pos: r.pos(), Route: r.String(), Reads: r.reads(), Sibling: r.sibling}
	m.Steps = []flow.Step{{Pos: m.Pos, Phrase: r.sibling.Route + " asks " + r.sibling.Check + " at " + r.sibling.Where}}
	if r.inner != "" {
		m.Steps = append(m.Steps, flow.Step{Pos: m.Pos, Phrase: m.Route + " is registered at " + r.inner})
	}
	return m, true
}

// unscoped lists the routes that ask for no scope or role, in source order, one per line.
func (e *engine) unscoped() []Missing {
	slices.SortStableFunc(e.missing, func(a, b Missing) int {
		return cmp.Or(int(a.Pos-b.Pos), cmp.Compare(a.Route, b.Route))
	})
	return slices.CompactFunc(e.missing, func(a, b Missing) bool { return a.Pos == b.Pos && a.Route == b.Route })
}

// verified reports whether one of the links before the data looks at a token.
func (r *route) verified() bool {
	return slices.ContainsFunc(r.links(), func(l link) bool {
		return l.Verifies || l.Knows || l.Looks || !l.seen && anyWord(l.name, tokenWords)
	})
}

var (
	scopeWords = &wordSet{text: `role roles admin superadmin superuser scope scopes permission permissions perm perms privilege privileges
		rights acl rbac policy casbin enforce enforcer authz can`}
	personalWords = &wordSet{text: `me self own my profile login logout signin signout signup register password session sessions refresh token tokens
		mfa totp otp avatar preferences notification notifications`}
	readingWords = &wordSet{text: `search query filter list find preview validate check export count`}
)
