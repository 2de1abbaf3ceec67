package access

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// served is a method of a controller, and the method of HTTP that it is for;
// "" for any.
type served struct{ verb, name string }

// controlled lists the routes of a registration whose handlers are methods of
// a value: one for each that the mapping names or, where there is none, that
// the framework looks for.
func (e *engine) controlled(r route, row *web.Func) []route {
	common := r.call.Common()
	value := unwrapped(flow.OperandAt(common, row.Handlers))
	controllers := &e.models.Framework(pkgPath(ssax.Callee(common))).Controllers
	list, given := e.mapped(flow.OperandAt(common, row.Mapping))
	if !given {
		for _, name := range slices.Sorted(maps.Keys(controllers.Serves)) {
			list = append(list, served{controllers.Serves[name], name})
		}
	}
	var out []route
	for _, s := range list {
		one := r
		one.method = s.verb
		if one.handler = e.methodOfType(r.unit, value.Type(), s.name); len(one.handler) == 0 {
			continue
		}
		one.front.links = slices.Clone(r.front.links)
		out = append(out, one)
	}
	return out
}

// mapped reads a mapping: text, or options that carry it. It reports whether
// there is one, even if it cannot be read.
func (e *engine) mapped(v ssa.Value) (list []served, given bool) {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		_, none := v.(*ssa.Const)
		return nil, v != nil && !none
	}
	for _, elem := range ssax.Elements(slice) {
		if s, ok := constText(elem); ok {
			return parseMapping(s), true
		}
		if call, ok := elem.(*ssa.Call); ok {
			if row := e.models.Web(ssax.Callee(call.Common())); row != nil {
				if list, given := e.mapped(flow.OperandAt(call.Common(), row.Mapping)); given {
					return list, true
				}
			}
		}
		given = given || isString(elem.Type())
	}
	return nil, given
}

// parseMapping reads "get:Show;put,patch:Edit;*:Any".
func parseMapping(s string) []served {
	var out []served
	for part := range strings.SplitSeq(s, ";") {
		verbs, name, ok := strings.Cut(part, ":")
		if !ok {
			continue
		}
		for verb := range strings.SplitSeq(verbs, ",") {
			if verb = strings.ToUpper(strings.TrimSpace(verb)); verb == "*" {
				verb = ""
			}
			out = append(out, served{verb, strings.TrimSpace(name)})
		}
	}
	return out
}

// methodOfType is a method of the module's own by its name, promoted or not.
func (e *engine) methodOfType(u *unit, t types.Type, name string) []link {
	obj, _, _ := types.LookupFieldOrMethod(t, true, e.pass.Pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok || isAbstract(fn) || !sameModule(e.pass, fn.Pkg()) {
		return nil
	}
	return e.objectLinks(u, fn)
}

// prepared adds the method that the framework calls before each of a
// controller's, where the handler is one.
func (e *engine) prepared(r *route, row *web.Func) {
	common := r.call.Common()
	before := e.models.Framework(pkgPath(ssax.Callee(common))).Controllers.Before
	v := flow.OperandAt(common, row.Handlers)
	if before == "" || v == nil {
		return
	}
	v = unwrapped(v)
	if fn, ok := v.(*ssa.Function); ok { // A method expression.
		if obj := ssax.Object(fn); obj != nil && obj.Signature().Recv() != nil {
			r.front.links = append(r.front.links, e.methodOfType(r.unit, obj.Signature().Recv().Type(), before)...)
		}
		return
	}
	if row.Controller {
		r.front.links = append(r.front.links, e.methodOfType(r.unit, v.Type(), before)...)
	}
}
