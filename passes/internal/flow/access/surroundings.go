package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// surroundings are what stands around a generated server: the middleware and
// the router that the calls are given which make a handler of it.
type surroundings struct {
	e     *engine
	u     *unit
	call  ssa.CallInstruction // the first one
	front front
	seen  map[ssa.Value]bool
}

// follow goes from a value to the calls that it is handed to, and from their
// results on.
func (s *surroundings) follow(v ssa.Value) {
	if s.seen[v] || v.Referrers() == nil || len(s.seen) > 20 {
		return
	}
	s.seen[v] = true
	for _, ref := range *v.Referrers() {
		switch x := ref.(type) {
		case *ssa.Call:
			s.given(x)
			s.follow(x)
		case *ssa.Extract:
			s.follow(x)
		case *ssa.MakeInterface:
			s.follow(x)
		case *ssa.ChangeInterface:
			s.follow(x)
		case *ssa.Phi:
			s.follow(x)
		case *ssa.Store:
			if _, variable := x.Addr.(*ssa.Alloc); variable && x.Val == v {
				s.loaded(x.Addr)
			}
		}
	}
}

// loaded follows a variable that holds the value.
func (s *surroundings) loaded(addr ssa.Value) {
	for _, ref := range *addr.Referrers() {
		if load, ok := ref.(*ssa.UnOp); ok {
			s.follow(load)
		}
	}
}

// given adds what a call gets beside the server.
func (s *surroundings) given(call *ssa.Call) {
	if s.call == nil {
		s.call = call
	}
	f := s.e.frontOf(s.u, call, call, "")
	s.front.links = append(s.front.links, f.links...)
	_, args := ssax.Args(call.Common())
	for _, a := range args {
		if s.seen[a] {
			continue
		}
		s.operand(call, a)
	}
}

// operand is a router, middleware, options with either, or what checks tokens
// for the server.
func (s *surroundings) operand(call *ssa.Call, a ssa.Value) {
	if s.e.isRouter(a.Type()) {
		f := s.e.frontOf(s.u, a, call, "")
		s.front.links = append(s.front.links, f.links...)
		return
	}
	if mi, ok := a.(*ssa.MakeInterface); ok {
		s.security(mi)
		return
	}
	if s.e.isCallable(a.Type()) {
		s.front.links = append(s.front.links, s.e.links(s.u, a)...)
		return
	}
	for _, fields := range structs(a) {
		for _, name := range sortedNames(fields) {
			v := fields[name]
			switch {
			case s.e.isRouter(v.Type()):
				s.operand(call, v)
			case s.e.isCallable(v.Type()):
				s.front.links = append(s.front.links, s.e.links(s.u, v)...)
			}
		}
	}
}

// security adds the methods of an operand that verify tokens.
func (s *surroundings) security(mi *ssa.MakeInterface) {
	iface, ok := mi.Type().Underlying().(*types.Interface)
	if !ok {
		return
	}
	for m := range iface.Methods() {
		obj, _, _ := types.LookupFieldOrMethod(mi.X.Type(), true, m.Pkg(), m.Name())
		impl, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		if fact := s.e.fact(impl); fact != nil && fact.Does.Verifies {
			s.front.links = append(s.front.links, s.e.objectLinks(s.u, impl)...)
		}
	}
}
