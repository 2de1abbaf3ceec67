package access

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// wholePath is the name of the whole path of a request's URL. It is no ID, but
// what is cut out of it is one.
const wholePath = "/"

// urlPath is the whole path, for a load of the field that holds it.
func (u *unit) urlPath(load *ssa.UnOp) set {
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok || load.Op != token.MUL || !u.e.wants(Path) {
		return set{}
	}
	named, ok := types.Unalias(deref(addr.X.Type())).(*types.Named)
	f := ssax.Field(addr.X.Type(), addr.Field)
	if !ok || f == nil || !web.HoldsPath(named, f.Name()) {
		return set{}
	}
	return set{}.with(u.intern(Origin{Source: ID, From: Path, Name: wholePath, scope: u.scopes[load.Parent()]}))
}

// cut is what a part of a text derives from: of the whole path, it is an ID.
func (u *unit) cut(s set, fn *ssa.Function, pos token.Pos) set {
	var out set
	s.members(func(i int) {
		o := u.origins[i]
		if o.Source == ID && o.Name == wholePath {
			o.Name, o.scope = "?", u.scopes[fn]
			i = u.id(o, pos)
		}
		out = out.with(i)
	})
	return out
}
