package access

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Some frameworks have routers that are made of a list of values, each a
// route, middleware or a list of its own; and functions that register on the
// one server of the program.

// withoutRouter returns what stands before a route whose registration is given
// no router: what it is made a part of, or what stands before the server.
func (e *engine) withoutRouter(r *route, row *web.Func) front {
	t := &tracer{e: e, at: r.call.Pos(), path: r.path, fn: r.call.Parent(), out: front{open: make(map[end]bool)}, seen: make(map[any]bool)}
	if call, ok := r.call.(*ssa.Call); ok && row.Part {
		t.partOf(r.unit, call)
	} else if row.Recv == "" {
		t.server(r.call)
	}
	return t.out
}

// server adds what stands before all routes of the program's one server.
func (t *tracer) server(call ssa.CallInstruction) {
	if f := t.e.models.Framework(pkgPath(ssax.Callee(call.Common()))); !t.seen[f] {
		t.seen[f] = true
		t.attached(f)
	}
}

// partOf adds what stands before a part by the list that it is in.
func (t *tracer) partOf(u *unit, v ssa.Value) {
	for slice, call := range lists(v) {
		row := t.e.models.Web(ssax.Callee(call.Common()))
		if row == nil || flow.OperandAt(call.Common(), row.Parts) != slice {
			continue
		}
		for _, elem := range ssax.Elements(slice) {
			t.beside(u, elem)
		}
		if row.Part {
			t.out.prefix = text(flow.OperandAt(call.Common(), row.Path)) + t.out.prefix
			t.partOf(u, call)
			continue
		}
		t.router(u, call)
	}
}

// beside adds middleware that is in the same list as a route.
func (t *tracer) beside(u *unit, elem ssa.Value) {
	call, ok := elem.(*ssa.Call)
	if !ok {
		return
	}
	if row := t.e.models.Web(ssax.Callee(call.Common())); row != nil && row.Part && row.Does == web.Attaches {
		t.add(u, flow.OperandAt(call.Common(), row.Middleware), call)
	}
}

// mountedIn follows a router that is mounted together with others.
func (t *tracer) mountedIn(u *unit, v ssa.Value) {
	for slice, call := range lists(v) {
		row := t.e.models.Web(ssax.Callee(call.Common()))
		if row == nil || row.Does != web.Mounts || flow.OperandAt(call.Common(), row.Handlers) != slice {
			continue
		}
		if recv, _ := ssax.Args(call.Common()); recv != nil {
			t.router(u, recv)
		} else {
			t.server(call)
		}
	}
}

// lists yields the variadic slices that a value is put into, with the calls
// that are given them.
func lists(v ssa.Value) func(yield func(slice *ssa.Slice, call *ssa.Call) bool) {
	return func(yield func(*ssa.Slice, *ssa.Call) bool) {
		for _, slice := range slicesWith(v) {
			for _, use := range *slice.Referrers() {
				if call, ok := use.(*ssa.Call); ok && !yield(slice, call) {
					return
				}
			}
		}
	}
}

// slicesWith returns the slice literals that have a value among their elements.
func slicesWith(v ssa.Value) []*ssa.Slice {
	var out []*ssa.Slice
	for _, ref := range *v.Referrers() {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Val != v {
			continue
		}
		addr, ok := store.Addr.(*ssa.IndexAddr)
		if !ok || addr.X.Referrers() == nil {
			continue
		}
		for _, use := range *addr.X.Referrers() {
			if slice, ok := use.(*ssa.Slice); ok {
				out = append(out, slice)
			}
		}
	}
	return out
}

// matches reports whether a pattern of middleware takes in a route's path:
// "/orders/*" does "/orders/:id". A pattern that cannot be read takes in all.
func matches(pattern, path string) bool {
	if pattern == "" {
		return true
	}
	want, have := strings.Split(strings.Trim(pattern, "/"), "/"), strings.Split(strings.Trim(path, "/"), "/")
	for i, part := range want {
		switch {
		case part == "*" && i == len(want)-1:
			return true
		case i >= len(have):
			return false
		case part != have[i] && part != "*" && !strings.HasPrefix(part, ":"):
			return false
		}
	}
	return len(want) == len(have)
}

// holds reports whether middleware that a call attaches to a router stands
// before the route that is traced.
func (t *tracer) holds(a attachment, mw ssa.Value) bool {
	path := t.out.prefix + t.path
	switch a.row.Scope {
	case web.Prefix:
		return strings.HasPrefix(path, attachedTo(a, mw))
	case web.Matching:
		return matches(text(flow.OperandAt(a.call.Common(), a.row.Path)), path)
	}
	return true
}

// late reports whether middleware is attached after the route, by a call that
// only holds for later ones.
func (t *tracer) late(a attachment) bool {
	whole := slices.Contains([]web.Scope{web.Whole, web.Matching}, a.row.Scope)
	return !whole && a.call.Parent() == t.fn && a.call.Pos() > t.at
}
