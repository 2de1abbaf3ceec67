package access

import (
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// bind is a call that fills a struct from the request.
func (u *unit) bind(call ssa.CallInstruction, row *web.Func) {
	into := flow.OperandAt(call.Common(), row.Into)
	if into == nil {
		return
	}
	if row.Tag != "" {
		u.bindFields(call, into, Path, []string{row.Tag})
	}
	if u.e.wants(Body) {
		u.bindFields(call, into, Body, bodyTags)
	}
}

var bodyTags = []string{"json", "form", "query"}

// bindFields marks the fields of a struct that have one of the tags.
func (u *unit) bindFields(call ssa.CallInstruction, into ssa.Value, place Place, tags []string) {
	if mi, ok := into.(*ssa.MakeInterface); ok {
		into = mi.X
	}
	s := ssax.StructOf(into.Type())
	if s == nil {
		return
	}
	base, path := u.place(into)
	for i := range s.NumFields() {
		for _, tag := range tags {
			name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get(tag), ",")
			if name == "" || name == "-" {
				continue
			}
			o := Origin{Source: ID, From: place, Name: name, scope: u.scopes[call.Parent()]}
			n := u.intern(o)
			u.placed[n] = true
			u.put(base, strings.TrimPrefix(path+"."+s.Field(i).Name(), "."), set{}.with(n))
			break
		}
	}
}

// bound tells whether a framework fills the field of its handlers' input by
// itself, out of the path.
func (e *engine) bound(t types.Type, field string) (name string, place Place, ok bool) {
	if t == nil {
		return "", "", false
	}
	name, ok = e.inputs(t)[field]
	return name, Path, ok
}

// inputs lists the fields of a handler's input that a framework fills out of
// the path, with the names of the parameters.
func (e *engine) inputs(t types.Type) map[string]string {
	s := ssax.StructOf(t)
	if s == nil || len(e.pathTags) == 0 {
		return nil
	}
	var out map[string]string
	for i := range s.NumFields() {
		for _, tag := range e.pathTags {
			name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get(tag), ",")
			if name == "" {
				continue
			}
			if out == nil {
				out = make(map[string]string)
			}
			out[s.Field(i).Name()] = name
		}
	}
	return out
}

// answers reports whether a function is a handler or middleware by what it is
// given: a request, or an input that a framework fills from one.
func (e *engine) answers(fn *ssa.Function) bool {
	if e.takesRequest(fn) {
		return true
	}
	for p := range fn.Signature.Params().Variables() {
		if len(e.inputs(p.Type())) > 0 {
			return true
		}
	}
	_, params := e.operation(fn)
	return len(params) > 0
}
