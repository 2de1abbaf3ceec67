package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// receive marks the fields that a framework fills in the input of a literal.
func (u *unit) receive(fn *ssa.Function) {
	for _, p := range fn.Params {
		for field, name := range u.e.inputs(p.Type()) {
			n := u.intern(Origin{Source: ID, Name: name, From: Path, scope: u.scopes[fn]})
			u.placed[n] = true
			u.put(p, field, set{}.with(n))
		}
	}
}

// greet finds the caller among the operands of a handler: what is beside the
// request, and is called so, somebody before it has found out. So is the text
// that a wrapper hands a literal beside the request.
func (u *unit) greet(fn *ssa.Function) {
	if !u.e.takesRequest(fn) {
		return
	}
	for i, p := range fn.Params {
		if u.e.inert(p.Type()) || i == 0 && fn.Signature.Recv() != nil {
			continue
		}
		named := typeName(p.Type())
		if named == "" || u.e.models.Type(p.Type()) != 0 {
			named = p.Name()
			if _, basic := p.Type().Underlying().(*types.Basic); !basic {
				continue
			}
		}
		if field := u.e.personField(p.Type()); field != "" && fn.Parent() != nil {
			u.put(p, field, set{}.with(identity))
			u.learn(u.scopes[fn], true)
		}
		if identityName(named) || fn.Parent() != nil && isString(p.Type()) && !ownerless(p.Name()) {
			u.vals[p] = u.vals[p].with(identity)
			u.learn(u.scopes[fn], true)
		}
	}
}

// personField is the field of a handler's own context that holds the caller, as
// the name says, in a struct of its own; "" if there is none.
func (e *engine) personField(t types.Type) string {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || e.models.Type(t) != 0 {
		return ""
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for f := range s.Fields() {
		if identityName(f.Name()) && ssax.StructOf(f.Type()) != nil && !e.isService(f.Type(), 0) {
			return f.Name()
		}
	}
	return ""
}

// ownerless reports whether an operand is called as the ID of a thing.
func ownerless(name string) bool {
	words := data.Words(name)
	return len(words) > 0 && (words[len(words)-1] == "id" || words[len(words)-1] == "path") && !identityName(name)
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// takesRequest reports whether a function is given a request or a framework's context.
func (e *engine) takesRequest(fn *ssa.Function) bool { return e.handles(fn.Signature) }
