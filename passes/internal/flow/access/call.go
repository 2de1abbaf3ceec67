package access

import (
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// call computes what a call's results, and what it stores through its
// operands, derive from.
func (u *unit) call(call ssa.CallInstruction) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		u.builtin(b, call)
		return
	}
	if lit := u.literal(common); lit != nil {
		u.callLiteral(call, lit)
		return
	}
	fn := ssax.Callee(common)
	if fn == nil {
		u.unknown(call, nil)
		return
	}
	if row := u.e.models.Web(fn); row != nil && u.framework(call, row) {
		return
	}
	if row := u.e.models.JWT(fn, ""); row != nil {
		u.library(call, row)
		return
	}
	if decodesPayload(common, fn) {
		u.looks[u.scopes[call.Parent()]] = true
		u.dataResults(call, set{}.with(identity))
		return
	}
	if fact := u.e.fact(fn); fact != nil {
		u.apply(call, fact)
		return
	}
	if u.e.known(fn) {
		return
	}
	u.unknown(call, fn)
}

// literal returns the literal of this unit that is called, or nil.
func (u *unit) literal(common *ssa.CallCommon) *ssa.Function {
	if common.IsInvoke() {
		return nil
	}
	fn := common.StaticCallee()
	if fn == nil {
		fn, _ = u.closure(common.Value)
	}
	if fn == nil || fn.Parent() == nil {
		return nil
	}
	if _, ours := u.scopes[fn]; !ours {
		return nil
	}
	return fn
}

// closure returns the literal or function that a value is.
func (u *unit) closure(v ssa.Value) (*ssa.Function, bool) {
	for range 8 { // A variable may hold a function that was in another.
		switch x := u.base(v).(type) {
		case *ssa.MakeClosure:
			fn, ok := x.Fn.(*ssa.Function)
			return fn, ok
		case *ssa.Function:
			return x, true
		case *ssa.Alloc:
			if v = onlyStoredValue(x); v == nil {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// onlyStoredValue returns what a variable is set to, if once.
func onlyStoredValue(a *ssa.Alloc) ssa.Value {
	var out ssa.Value
	for store := range ssax.StoresTo(a) {
		if out != nil {
			return nil
		}
		out = store.Val
	}
	return out
}

func (u *unit) builtin(b *ssa.Builtin, call ssa.CallInstruction) {
	args := call.Common().Args
	v, isValue := call.(*ssa.Call)
	var s set
	for _, a := range args {
		s = s.or(u.deep(a))
	}
	switch b.Name() {
	case "copy":
		u.put(u.base(args[0]), "", u.deep(args[1]))
	case "append", "min", "max", "ssa:wrapnilchk":
		if isValue {
			u.add(v, s)
		}
	}
}

// callLiteral passes origins through a literal of this unit.
func (u *unit) callLiteral(call ssa.CallInstruction, lit *ssa.Function) {
	args := call.Common().Args
	for i, p := range lit.Params {
		if i < len(args) {
			u.add(p, u.deep(args[i]))
		}
	}
	u.results(call, func(i int) set {
		var s set
		for _, b := range lit.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
				s = s.or(u.deep(ret.Results[i]))
			}
		}
		return s
	})
}

// dataResults sets the results of a call that are data: all but errors and
// answers of yes or no.
func (u *unit) dataResults(call ssa.CallInstruction, s set) {
	u.results(call, func(i int) set {
		if t := call.Common().Signature().Results().At(i).Type(); ssax.IsError(t) || isBool(t) {
			return set{}
		}
		return s
	})
}

// results sets each result of a call.
func (u *unit) results(call ssa.CallInstruction, of func(i int) set) {
	v, ok := call.(*ssa.Call)
	if !ok {
		return
	}
	sig := call.Common().Signature()
	if sig.Results().Len() == 1 {
		u.add(v, of(0).or(u.claims(sig.Results().At(0).Type())))
		return
	}
	rs := u.tuples[call]
	if rs == nil {
		rs = make([]set, sig.Results().Len())
	}
	for i := range rs {
		if s := rs[i].or(of(i)); s != rs[i] {
			rs[i] = s
			u.changed = true
		}
	}
	u.tuples[call] = rs
}

// operand returns the i-th operand of a call, the receiver first; nil if there is none.
func operand(call *ssa.CallCommon, i int) ssa.Value {
	recv, args := ssax.Args(call)
	if recv != nil {
		if i == 0 {
			return recv
		}
		i--
	}
	if i < 0 || i >= len(args) {
		return nil
	}
	return args[i]
}

// ids is all origins that are IDs.
func (u *unit) ids() set { return u.sources[ID] }
