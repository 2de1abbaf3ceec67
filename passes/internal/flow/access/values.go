package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// getValue is a call that reads the request's context.
func (u *unit) getValue(call ssa.CallInstruction, row *web.Func) {
	common := call.Common()
	key := flow.OperandAt(common, row.Key)
	name := u.keyRead(key)
	if recv, _ := ssax.Args(common); recv != nil {
		if s := u.pathStore(recv); !s.empty() {
			o := u.named(Origin{Source: ID, From: Path, scope: u.scopes[call.Parent()]}, key)
			u.dataResults(call, set{}.with(u.id(o, call.Pos())))
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
			s[0] = u.named(s[0], keyText(key))
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
			u.learn(u.scopes[call.Parent()], u.e.assertedIdentity(call))
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

// learn notes that a scope reads who the caller is. Out of the request's context
// it does only where something on the way has put it there.
func (u *unit) learn(scope int, sure bool) {
	u.knows[scope] = true
	u.sure[scope] = u.sure[scope] || sure
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

// keyRead names the key that a value is read by; "" if it is a text that callers
// of the function name.
func (u *unit) keyRead(key ssa.Value) string {
	p, ok := keyText(key).(*ssa.Parameter)
	if ok && p.Parent() == u.root {
		if basic, ok := p.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsString != 0 {
			return ""
		}
	}
	return keyName(key)
}

// keyText is a key without what it is wrapped in.
func keyText(key ssa.Value) ssa.Value {
	if mi, ok := key.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return key
}

// setValue is a call that puts a value into the request's context; false if
// it is given none.
func (u *unit) setValue(call ssa.CallInstruction, row *web.Func) bool {
	key, val := flow.OperandAt(call.Common(), row.Key), flow.OperandAt(call.Common(), row.Value)
	if key == nil || val == nil {
		return false
	}
	if call.Common().Signature().Variadic() {
		slice, ok := val.(*ssa.Slice)
		if !ok || len(ssax.Elements(slice)) == 0 {
			return false
		}
		val = ssax.Elements(slice)[0]
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
	key = keyText(key)
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
