package access

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// unknown is a call of which only the operands can be seen: whatever comes out
// derives from whatever goes in.
func (u *unit) unknown(call ssa.CallInstruction, fn *types.Func) {
	common := call.Common()
	recv, args := ssax.Args(common)
	from := args
	store := fn != nil && u.e.keeps(fn)
	if store {
		if first := data.Values(fn); first >= 0 && first < len(args) {
			from = args[:first] // What is stored does not choose what comes back.
		}
	}
	var s set
	if recv != nil {
		s = u.query(recv)
	}
	if fn == nil {
		s = s.or(u.deep(common.Value)) // What a function value has captured.
	}
	if store {
		s = s.or(u.chosenBy(from))
	} else {
		s = s.or(u.deepAll(from))
	}
	_, query, isQuery := statement(args)
	for i, a := range args {
		given := isQuery && i > query // What stands for a placeholder is only read.
		if !given && (store || fn != nil && decodesInto(fn, i) || !isAny(a.Type())) {
			u.fill(a, s)
		}
		u.callback(a, s)
	}
	u.settled(call, fn)
	out := s
	if fn != nil && web.CutsPath(fn) {
		out = u.cut(s, call.Parent(), call.Pos())
	}
	if u.e.tellsCaller(common, fn) && s.minus(set{}.with(identity).with(role)).empty() {
		out = out.with(identity)
		u.learn(u.scopes[call.Parent()], true)
	}
	if fn != nil && u.e.verifiesByName(fn) {
		u.checks[u.scopes[call.Parent()]] = true
		u.learn(u.scopes[call.Parent()], true)
		out = out.with(identity)
	}
	u.dataResults(call, out)
}

// chosenBy is what the arguments of a query derive from, without those that only say
// what it leaves out.
func (u *unit) chosenBy(args []ssa.Value) set {
	for i, a := range args {
		text, ok := constText(a)
		if !ok {
			continue
		}
		if condition, ok := data.ParseCondition(text); ok {
			return u.deepAll(args[:i]).or(u.placeholders(args[i+1:], condition.Selects))
		}
	}
	return u.deepAll(args)
}

// deepAll is what any part of some values derives from.
func (u *unit) deepAll(values []ssa.Value) set {
	var s set
	for _, v := range values {
		s = s.or(u.deep(v))
	}
	return s
}

// verifiesByName reports whether a method of the program's whose body is out of
// view verifies a token, as its name says.
func (e *engine) verifiesByName(fn *types.Func) bool {
	words := data.Words(fn.Name())
	return isAbstract(fn) && sameModule(e.pass, fn.Pkg()) && len(words) > 1 && verifyWords.has(words[0]) &&
		(slices.Contains(words, "token") || slices.Contains(words, "jwt"))
}

var verifyWords = &wordSet{text: `verify validate parse authenticate check decode`}

// query is what the receiver of a call derives from: also for a query under
// construction, which is a handle.
func (u *unit) query(recv ssa.Value) set {
	if addr, ok := recv.(*ssa.FieldAddr); ok {
		base, path := u.place(addr)
		if path == "" {
			return u.query(base)
		}
		return u.field(base, path)
	}
	b := u.base(recv)
	s := u.get(recv).or(u.get(b))
	for _, t := range u.mem[b] {
		s = s.or(t)
	}
	return s
}

// fill joins origins into what an argument points to.
func (u *unit) fill(arg ssa.Value, s set) {
	if mi, ok := arg.(*ssa.MakeInterface); ok {
		arg = mi.X
	}
	_, pointer := arg.Type().Underlying().(*types.Pointer)
	if isAny(arg.Type()) {
		_, pointer = u.base(arg).(*ssa.Parameter) // It may be one: First(result any).
	}
	if !pointer || u.e.inert(arg.Type()) {
		if slice, ok := arg.(*ssa.Slice); ok {
			for _, elem := range ssax.Elements(slice) {
				u.fill(elem, s)
			}
		}
		return
	}
	base, path := u.place(arg)
	u.put(base, path, s)
}

// decodesInto reports whether a function puts what a text says into its i-th argument.
func decodesInto(fn *types.Func, i int) bool {
	row := std.Of(fn)
	return row != nil && row.Does == std.Decodes && row.Arg == i
}

func isAny(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	return ok && iface.NumMethods() == 0
}

// callback hands origins to the operands of a literal that a callee may call.
func (u *unit) callback(arg ssa.Value, s set) {
	fn, ok := u.closure(arg)
	if !ok {
		return
	}
	if _, ours := u.scopes[fn]; !ours || fn == u.root {
		return
	}
	for _, p := range fn.Params {
		if !u.e.inert(p.Type()) {
			u.add(p, s)
		}
	}
}
