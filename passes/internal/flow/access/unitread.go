package access

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// get returns what a value derives from, without what is stored in its fields.
func (u *unit) get(v ssa.Value) set {
	if f, ok := v.(*ssa.FreeVar); ok {
		if b := binding(f); b != nil {
			return u.get(b)
		}
	}
	return u.vals[v]
}

// shallow is what the whole of a value derives from, and of what it points to.
func (u *unit) shallow(v ssa.Value) set {
	s := u.get(v)
	b := u.base(v)
	return s.or(u.get(b)).or(u.mem[b][""])
}

// deep is what any part of a value derives from.
func (u *unit) deep(v ssa.Value) set {
	if _, ok := v.Type().Underlying().(*types.Signature); ok {
		return u.captured(v)
	}
	if data.Handle(v.Type()) {
		return u.query(v) // A query under construction, a row.
	}
	if u.e.inert(v.Type()) {
		return set{}
	}
	if addr, ok := v.(*ssa.FieldAddr); ok {
		base, path := u.place(addr)
		return u.field(base, path)
	}
	s := u.get(v)
	b := u.base(v)
	s = s.or(u.get(b))
	if _, ok := b.(*ssa.MakeClosure); ok {
		s = s.or(u.captured(b))
	}
	for _, t := range u.mem[b] {
		s = s.or(t)
	}
	return s
}

// captured is what a function value brings along.
func (u *unit) captured(v ssa.Value) set {
	s := u.get(v)
	if mc, ok := v.(*ssa.MakeClosure); ok {
		for _, b := range mc.Bindings {
			s = s.or(u.deep(b))
		}
	}
	return s
}

// field is what a field of a value, or of what it points to, derives from.
func (u *unit) field(v ssa.Value, path string) set {
	b := u.base(v)
	s := u.project(u.get(v).or(u.get(b)).or(u.mem[b][""]), path, v.Type())
	if p, ok := b.(*ssa.Parameter); ok && p.Parent() == u.root && s.empty() {
		s = u.state(p, path)
	}
	for p, t := range u.mem[b] {
		switch {
		case p == path, strings.HasPrefix(p, path+"."):
			s = s.or(t)
		case p != "" && strings.HasPrefix(path, p+"."):
			s = s.or(u.project(t, path[len(p)+1:], nil))
		}
	}
	return s
}

// state is a field of something that does work rather than hold data: text and
// numbers in it may be data all the same, and so may the caller's identity.
func (u *unit) state(p *ssa.Parameter, path string) set {
	s := ssax.StructOf(p.Type())
	if s == nil || strings.Contains(path, ".") {
		return set{}
	}
	for f := range s.Fields() {
		if f.Name() != path {
			continue
		}
		switch f.Type().Underlying().(type) {
		case *types.Basic, *types.Array:
		default:
			if !identityName(f.Name()) || u.e.inert(f.Type()) || u.e.isService(f.Type(), 0) {
				return set{}
			}
		}
		for i, q := range u.root.Params {
			if q == p {
				return set{}.with(u.intern(Origin{Source: Operand, Index: i, Field: path}))
			}
		}
	}
	return set{}
}

// project is what a field of something with these origins derives from. t is
// the type that has the field, nil if unknown.
func (u *unit) project(s set, path string, t types.Type) set {
	var out set
	last := path[strings.LastIndexByte(path, '.')+1:]
	s.members(func(i int) {
		o := u.origins[i]
		switch {
		case o.Source == Identity && roleName(last):
			out = out.with(role)
		case o.Source == Identity && aboutToken(last):
		case o.Source == Role && s.has(identity) && !roleName(last):
		case o.Source == Operand && strings.Count(o.Field, ".") == 0:
			if !u.hasFields(i) {
				out = out.with(i) // A record that was found by it.
				return
			}
			if name, place, ok := u.e.bound(t, last); ok && o.Field == "" {
				n := u.intern(Origin{Source: ID, Name: name, From: place})
				u.placed[n] = true
				out = out.with(n)
				return
			}
			o.Field = strings.TrimPrefix(o.Field+"."+path, ".")
			if strings.Count(o.Field, ".") > 1 {
				o.Field = strings.Join(strings.SplitN(o.Field, ".", 3)[:2], ".")
			}
			out = out.with(u.intern(o))
		default:
			out = out.with(i)
		}
	})
	return out
}

// hasFields reports whether an operand, or the field of one, is a struct. It is
// asked at each load of a field.
func (u *unit) hasFields(i int) bool {
	return answer(u.structs, i, func() bool { return u.isStruct(u.origins[i]) })
}

func (u *unit) isStruct(o Origin) bool {
	t := u.root.Params[o.Index].Type()
	for name := range strings.SplitSeq(o.Field, ".") {
		s := ssax.StructOf(t)
		if s == nil {
			return false
		}
		if name == "" {
			break
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, u.root.Pkg.Pkg, name)
		f, ok := obj.(*types.Var)
		if !ok {
			return false
		}
		t = f.Type()
	}
	return ssax.StructOf(t) != nil
}
