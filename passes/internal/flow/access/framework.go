package access

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// framework is a call into a web framework. It reports whether the row settles
// what the call's results are.
func (u *unit) framework(call ssa.CallInstruction, row *web.Func) bool {
	scope := u.scopes[call.Parent()]
	switch row.Does {
	case web.PathParameter:
		u.parameter(call, row, Path)
	case web.QueryParameter:
		u.parameter(call, row, queried(call, row))
	case web.BodyParameter:
		u.parameter(call, row, Body)
	case web.Binds:
		u.bind(call, row)
	case web.GetsValue:
		u.getValue(call, row)
	case web.SetsValue:
		if !u.setValue(call, row) {
			u.getValue(call, row) // Locals(key) reads, Locals(key, value) writes.
			return true
		}
		return false // The context with the value is a result.
	case web.GetsIdentity:
		u.knows[scope] = true
		if into := position(call.Common(), row.Into); into != nil {
			u.put(u.base(into), "", set{}.with(identity))
		}
		u.results(call, func(int) set { return set{}.with(identity) })
	case web.VerifiesToken:
		u.checks[scope] = true
		u.results(call, func(int) set { return set{}.with(identity) })
	case web.Registers, web.Attaches, web.Aborts, web.Passes, web.Responds:
	default:
		return false
	}
	return true
}

// queried is where a getter that reads path and query alike finds its key.
func queried(call ssa.CallInstruction, row *web.Func) Place {
	if key := position(call.Common(), row.Key); key != nil && row.PathKey != "" {
		if name, ok := constText(key); !ok || strings.HasPrefix(name, row.PathKey) {
			return Path // One that only callers know: the route's path will tell.
		}
	}
	return Query
}

// parameter is a call that reads a part of the request.
func (u *unit) parameter(call ssa.CallInstruction, row *web.Func, place Place) {
	if !u.e.wants(place) {
		return
	}
	if into := position(call.Common(), row.Into); into != nil {
		u.bindFields(call, into, place, bodyTags)
		return
	}
	o := Origin{Source: ID, From: place, Name: "*", scope: u.scopes[call.Parent()]}
	if key := position(call.Common(), row.Key); key != nil {
		o = u.named(o, key)
	}
	s := set{}.with(u.id(o, call.Pos()))
	u.results(call, func(i int) set {
		if t := call.Common().Signature().Results().At(i).Type(); isError(t) || isBool(t) {
			return set{}
		}
		return s
	})
}

// named completes an ID with its name, a constant or an operand of the function.
func (u *unit) named(o Origin, key ssa.Value) Origin {
	if name, ok := parameterText(key); ok {
		o.Name = name
		return o
	}
	o.Name = "?"
	if f, ok := key.(*ssa.FreeVar); ok {
		key = u.base(f)
	}
	if load, ok := key.(*ssa.UnOp); ok {
		if a := u.target(load); a != nil {
			key = onlyStoredValue(a)
		}
	}
	if p, isParam := key.(*ssa.Parameter); isParam && p.Parent() == u.root {
		for i, q := range u.root.Params {
			if q == p {
				o.Name, o.Index, o.scope = "", i+1, 0
			}
		}
	}
	return o
}

// parameterText is the name of a parameter in a constant. Some frameworks want
// it with the colon that it has in the route's path.
func parameterText(key ssa.Value) (string, bool) {
	name, ok := constText(key)
	return strings.TrimPrefix(name, ":"), ok
}

// bind is a call that fills a struct from the request.
func (u *unit) bind(call ssa.CallInstruction, row *web.Func) {
	into := position(call.Common(), row.Into)
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

// getValue is a call that reads the request's context.
func (u *unit) getValue(call ssa.CallInstruction, row *web.Func) {
	common := call.Common()
	key := position(common, row.Key)
	name := keyName(key)
	if recv, _ := ssax.Args(common); recv != nil {
		if s := u.pathStore(recv); !s.empty() {
			o := u.named(Origin{Source: ID, From: Path, scope: u.scopes[call.Parent()]}, key)
			u.results(call, func(i int) set {
				if t := common.Signature().Results().At(i).Type(); isError(t) || isBool(t) {
					return set{}
				}
				return set{}.with(u.id(o, call.Pos()))
			})
			return
		}
	}
	s, known := u.e.under(name)
	if !known && row.Shared && (!identityName(name) || principalParameter(name)) {
		o := Origin{Source: ID, From: Path, Name: name, scope: u.scopes[call.Parent()]}
		u.results(call, func(int) set { return set{}.with(u.id(o, call.Pos())) })
		return
	}
	if !known && len(s) == 0 {
		s = []Origin{{Source: Value, Name: name}}
		switch {
		case u.e.assertedIdentity(call):
			s = []Origin{{Source: Identity}}
		case name == "" && key != nil:
			s[0] = u.named(s[0], key)
		}
	}
	var out set
	for _, o := range s {
		if o.Source == ID {
			o.scope = u.scopes[call.Parent()]
			out = out.with(u.intern(o)) // It was read where it was put in.
			continue
		}
		if o.Source != Value {
			u.knows[u.scopes[call.Parent()]] = true
		}
		out = out.with(u.intern(o))
	}
	u.results(call, func(i int) set {
		if i > 0 {
			return set{}
		}
		return out
	})
}

// under is what is found under a key of the context: what has been put there,
// or what the key's name says; false if the name is all there is.
func (e *engine) under(name string) ([]Origin, bool) {
	if slices.Contains(e.opts.Identities, name) {
		return []Origin{{Source: Identity}}, true
	}
	if s, ok := e.settings[name]; ok && name != "" {
		return s, true
	}
	e.wondered[name] = true
	switch {
	case roleName(name):
		return []Origin{{Source: Role}}, false
	case identityName(name):
		return []Origin{{Source: Identity}}, false
	}
	return nil, false
}

// pathStore tells whether a store of values is that of the path's parameters.
func (u *unit) pathStore(recv ssa.Value) set {
	var out set
	u.query(recv).members(func(i int) {
		if o := u.origins[i]; o.Source == ID && o.Name == "*" {
			out = out.with(i)
		}
	})
	return out
}

// setValue is a call that puts a value into the request's context; false if
// it is given none.
func (u *unit) setValue(call ssa.CallInstruction, row *web.Func) bool {
	key, val := position(call.Common(), row.Key), position(call.Common(), row.Value)
	if key == nil || val == nil {
		return false
	}
	if call.Common().Signature().Variadic() {
		slice, ok := val.(*ssa.Slice)
		if !ok || len(elements(slice)) == 0 {
			return false
		}
		val = elements(slice)[0]
	}
	s := Setting{Key: keyName(key), Go: standardContext(call)}
	u.deep(val).members(func(i int) {
		if o := u.origins[i]; o.Source != Stored {
			o.scope = 0
			s.Origins = append(s.Origins, o)
		}
	})
	u.setting(u.scopes[call.Parent()], s)
	return true
}

// setting notes a value that a scope leaves in the context.
func (u *unit) setting(scope int, s Setting) {
	for i := range u.sets {
		if old := &u.sets[i]; old.scope == scope && old.Key == s.Key && old.Go == s.Go {
			if len(s.Origins) > len(old.Origins) {
				old.Origins = s.Origins
			}
			return
		}
	}
	u.sets = append(u.sets, scopedSetting{s, scope})
}

// standardContext reports whether a call works on a context.Context.
func standardContext(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "context"
}

// keyName names the key of a value in a context: a constant's text, or the
// type or variable that stands for it.
func keyName(key ssa.Value) string {
	if key == nil {
		return ""
	}
	if text, ok := constText(key); ok && text != "" {
		return text
	}
	if mi, ok := key.(*ssa.MakeInterface); ok {
		key = mi.X
	}
	if load, ok := key.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			return g.Name()
		}
	}
	if named, ok := types.Unalias(key.Type()).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
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
	if takesRequest(fn) {
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
