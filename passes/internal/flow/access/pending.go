package access

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// waits reports whether something that a route's handler does is behind an
// interface whose implementation is out of view.
func waits(acts []Act) bool {
	return slices.ContainsFunc(acts, func(a Act) bool {
		return a.ID.Source == ID && a.Unseen && !a.Met && a.Through.Method != ""
	})
}

// wait hands a route on to importers: one of them may see what is behind the
// interfaces. IDs that have been judged are left out.
func (e *engine) wait(r *route, c *joined, judged []Finding) {
	chain := c.Chain
	chain.Sets = nil
	chain.Acts = slices.DeleteFunc(slices.Clone(chain.Acts), func(a Act) bool {
		return slices.ContainsFunc(judged, func(f Finding) bool { return a.ID.Source == ID && a.ID.Name == f.ID && a.ID.From == f.From })
	})
	if !waits(chain.Acts) {
		return
	}
	e.pending = append(e.pending, e.handing(r, chain))
}

// handing is a route as importers get it.
func (e *engine) handing(r *route, chain Chain) Route {
	where := r.inner
	if where == "" {
		where = e.short(r.call.Pos())
	}
	by := r.by
	if by == "" && r.call != nil {
		if fn := ssax.Object(outermost(r.call.Parent())); fn != nil {
			by = fn.FullName()
		}
	}
	return Route{Method: r.method, Path: r.fullPath(), Handler: r.name(), Where: where, By: by, Sibling: r.sibling, Chain: chain}
}

// waiting lists the routes that imported packages have handed on, to be judged
// where this package first names the function that registers them, or else the
// package that it got them from.
func (e *engine) waiting() []route {
	var out []route
	for _, in := range e.handedIn {
		at := e.names(in.by)
		callers := e.uses(in.by)
		for i := range in.routes {
			p := &in.routes[i]
			here := at
			if pos, ok := callers[p.By]; ok {
				here = pos
			}
			out = append(out, route{
				method: p.Method, path: p.Path, inner: p.Where, by: p.By, at: here,
				handler: []link{{Chain: &p.Chain, name: p.Handler, seen: true}},
			})
		}
	}
	return out
}

// handedIn are routes that an imported package has handed on.
type handedIn struct {
	by     *types.Package
	routes []Route
}

// names is where the package first uses one that it imports.
func (e *engine) names(imp *types.Package) token.Pos {
	first := token.NoPos
	for ident, obj := range e.pass.TypesInfo.Uses {
		if pn, ok := obj.(*types.PkgName); ok && pn.Imported() == imp && (!first.IsValid() || ident.Pos() < first) {
			first = ident.Pos()
		}
	}
	if first.IsValid() {
		return first
	}
	for _, f := range e.pass.Files {
		for _, spec := range f.Imports {
			if spec.Path.Value == `"`+imp.Path()+`"` {
				return spec.Pos()
			}
		}
	}
	return e.pass.Files[0].Package
}

// uses is where the package first names each function of one that it imports.
func (e *engine) uses(imp *types.Package) map[string]token.Pos {
	out := make(map[string]token.Pos)
	for ident, obj := range e.pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() != imp {
			continue
		}
		if old, again := out[fn.FullName()]; !again || ident.Pos() < old {
			out[fn.FullName()] = ident.Pos()
		}
	}
	return out
}

// steps of a route that was registered in another package.
func (r *route) elsewhere() []flow.Step {
	return []flow.Step{{Pos: r.at, Phrase: r.String() + " is registered at " + r.inner}}
}
