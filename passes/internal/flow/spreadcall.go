package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call is a call that gets a value.
func (s *spread) call(g grade, call ssa.CallInstruction) {
	common := call.Common()
	fn := ssax.Callee(common)
	if b, ok := common.Value.(*ssa.Builtin); ok {
		s.builtin(b, g, call)
		return
	}
	row := s.row(fn)
	switch {
	case row != nil && row.Does == model.GetsClaim:
		s.got(row, g, call)
	case row != nil && (row.Does == model.Signs || row.Does == model.Issues || row.Does == model.BuildsToken):
		// What is issued is another token.
	case row == nil && Modelled(pkgOf(fn)) && len(common.Args) <= 1:
		s.result(call, func(r ssa.Value) { s.named(r, fn.Name(), g) })
	case row != nil, Modelled(pkgOf(fn)):
		s.through(g, call)
	case s.inner(common) != nil:
		s.follow(s.inner(common), call)
	case std.Forgets(fn), s.models.Web(fn) != nil, web.Of(pathOf(fn)) != nil, data.Of(pathOf(fn)) == data.Notes:
		s.through(g, call)
	default:
		s.outOfView(g, call, fn)
	}
}

func pathOf(fn *types.Func) string {
	if pkg := pkgOf(fn); pkg != nil {
		return pkg.Path()
	}
	return ""
}

// inner is the function of this package that a call runs, literals included.
func (s *spread) inner(common *ssa.CallCommon) *ssa.Function {
	if mc, ok := common.Value.(*ssa.MakeClosure); ok {
		return s.source(mc.Fn.(*ssa.Function))
	}
	return s.source(common.StaticCallee())
}

// builtin follows what append and copy make of a value.
func (s *spread) builtin(b *ssa.Builtin, g grade, call ssa.CallInstruction) {
	switch b.Name() {
	case "append":
		s.add(call.Value(), g)
	case "copy":
		s.putInto(call.Common().Args[0], g)
	}
}

// got is a library's getter of a claim.
func (s *spread) got(row *model.Func, g grade, call ssa.CallInstruction) {
	c, ok := call.(*ssa.Call)
	if !ok {
		return
	}
	name := s.claimRead(row, c)
	if into := OperandAt(call.Common(), row.Into); into != nil {
		s.named(ssax.Root(into), name, g)
	}
	s.result(call, func(r ssa.Value) { s.named(r, name, g) })
}

// result visits the results of a call.
func (s *spread) result(call ssa.CallInstruction, visit func(ssa.Value)) {
	v, ok := call.(*ssa.Call)
	if !ok {
		return
	}
	if v.Common().Signature().Results().Len() < 2 {
		visit(v)
		return
	}
	for _, ref := range *v.Referrers() {
		if ex, ok := ref.(*ssa.Extract); ok {
			visit(ex)
		}
	}
}

// through follows a value through a function that keeps nothing: into its results,
// its receiver, and what it has the addresses of.
func (s *spread) through(g grade, call ssa.CallInstruction) {
	s.result(call, func(r ssa.Value) { s.add(r, g) })
	recv, args := ssax.Args(call.Common())
	for _, operand := range append(slices.Clone(args), recv) {
		if operand == nil {
			continue
		}
		if alloc, ok := ssax.Root(operand).(*ssa.Alloc); ok && !s.ofRequest(operand.Type()) {
			s.add(alloc, g)
		}
	}
}

// follow goes into a function of this package.
func (s *spread) follow(callee *ssa.Function, call ssa.CallInstruction) {
	seeds := make(map[ssa.Value]grade)
	for i, p := range callee.Params {
		if arg := operand(call.Common(), i); arg != nil && s.seen[arg] != 0 {
			seeds[p] = s.seen[arg]
		}
	}
	inner := s.into(callee, seeds)
	s.take(inner)
	for i, g := range inner.params {
		if arg := operand(call.Common(), i); arg != nil {
			s.putInto(arg, g)
		}
	}
	if len(s.mintsIn(callee)) > 0 && len(s.presentedIn(callee)) == 0 {
		return // What it returns is another token.
	}
	for i, g := range inner.results {
		s.add(resultOf(call, i), g)
	}
}

// outOfView is a call of what another package, an interface or a variable
// stands for. With a token it may keep that; with a user it changes something if
// its name says so.
func (s *spread) outOfView(g grade, call ssa.CallInstruction, fn *types.Func) {
	switch {
	case s.answersRequest(call, fn):
		return
	case s.factForgets(fn):
		for _, p := range s.fact(fn).Presented {
			for i, graded := range p.grades() {
				s.add(resultOf(call, i), min(g, graded))
			}
		}
		return
	case makesAnswer(fn):
	case g == ofToken:
		s.kept = true
		return
	case fn != nil && changes(fn):
		s.kept = true
		return
	}
	s.through(g, call)
}

// changes reports whether a function's name says that it changes what it is given.
func changes(fn *types.Func) bool {
	kind := data.KindOf(fn.Name())
	if kind == data.Inserts && fn.Signature().Recv() == nil {
		return false // A constructor.
	}
	return kind == data.Writes || kind == data.Inserts
}

// factForgets reports whether another package's function verifies or issues
// tokens and does nothing else with what it is given.
func (s *spread) factForgets(fn *types.Func) bool {
	fact := s.fact(fn)
	if fact == nil || len(fact.Mints)+len(fact.Presented) == 0 {
		return false
	}
	return !slices.ContainsFunc(fact.Presented, func(p Presented) bool { return p.Kept })
}

// makesAnswer reports whether a function makes the content of an answer, by its
// name, and has nothing at hand to keep it in.
func makesAnswer(fn *types.Func) bool {
	return fn != nil && fn.Signature().Recv() == nil && strings.Contains(strings.ToLower(fn.Name()), "respon") && !changes(fn)
}

// answeringWords in a function's name say that it writes the answer to a request.
var answeringWords = []string{"json", "respon", "success", "ok", "write", "render", "send", "reply", "created", "cookie", "html", "fail", "error", "data"}

// answersRequest reports whether a function out of view is given a request's
// answer to write, and says so.
func (s *spread) answersRequest(call ssa.CallInstruction, fn *types.Func) bool {
	if fn == nil {
		return false
	}
	name := strings.ToLower(fn.Name())
	if !namedFor(name, answeringWords) {
		return false
	}
	recv, args := ssax.Args(call.Common())
	if recv != nil {
		args = append(slices.Clone(args), recv)
	}
	return slices.ContainsFunc(args, func(v ssa.Value) bool {
		if as, ok := v.(*ssa.ChangeInterface); ok {
			v = as.X
		}
		return s.ofRequest(v.Type())
	})
}
