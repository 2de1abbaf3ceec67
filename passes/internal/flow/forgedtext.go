package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/module"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// textOrigins lists where the text of a token comes from, through the calls of the
// functions that get it as an operand; also reports whether the same text is verified.
func (e *engine) textOrigins(text Value) (out []Value, also bool) {
	seen := make(map[hop]bool)
	open := text.Leaves()
	for depth := 0; len(open) > 0 && depth <= maxTryDepth; depth++ {
		var next []Value
		for _, leaf := range open {
			also = also || slices.ContainsFunc(e.verified, leaf.same)
			if leaf.Kind != Param || leaf.owner == nil {
				out = append(out, leaf)
				continue
			}
			for _, call := range e.callersOf(leaf.owner) {
				if at := (hop{leaf.owner.Pos(), call}); !seen[at] {
					seen[at] = true
					next = append(next, e.instantiate(leaf, leaf.owner, call).Leaves()...)
				}
			}
		}
		open = next
	}
	return out, also
}

// usual reports whether a part of a request is where middlewares look for a token.
func usual(part Value) bool {
	return part.Source == FromCookie || part.Source == FromHeader && (part.Text == "" || strings.EqualFold(part.Text, "Authorization"))
}

// endOfChain reports whether a function is a handler with nothing behind it. What it
// reads where middlewares look for a token, one of them may have verified.
func (t *try) endOfChain(fn *ssa.Function) bool {
	around := outermost(fn)
	results := fn.Signature.Results()
	if results.Len() > 1 || results.Len() == 1 && !ssax.IsError(results.At(0).Type()) || t.inChain(fn) {
		return false
	}
	request := func(p *ssa.Parameter) bool { return t.ofRequest(p.Type()) }
	if !slices.ContainsFunc(fn.Params, request) && !slices.ContainsFunc(around.Params, request) {
		return false
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok && t.row(ssax.Callee(call.Common())) == nil && t.models.Web(ssax.Callee(call.Common())) == nil &&
				t.source(call.Common().StaticCallee()) == nil && t.callsOn(call, ssax.Callee(call.Common())) {
				return false
			}
		}
	}
	return true
}

// handsOver reports whether a function also gives the text of a token to somebody
// who may verify it: another service, a database, a function out of view. parsed is
// the call that only parses.
func (e *engine) handsOver(fn *ssa.Function, parsed ssa.CallInstruction, text []Value, depth int) bool {
	if len(text) == 0 || depth > maxTryDepth {
		return false
	}
	for call := range ssax.Calls(fn) {
		if call != parsed && e.takesText(call, text, depth) {
			return true
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return e.handsOver(lit, parsed, text, depth) })
}

// verifiedBy reports whether another call verifies the same text: by what is known
// of the function, or as its name says.
func (e *engine) verifiedBy(v ssa.Value, parsed ssa.CallInstruction) bool {
	return e.goesOut(v, parsed, func(call ssa.CallInstruction) bool {
		fn := ssax.Callee(call.Common())
		if row := e.row(fn); row != nil {
			return row.Does == model.Verifies && !e.unsigned(call, row)
		}
		if fact := e.fact(fn); fact != nil && len(fact.Forged) > 0 {
			return true
		}
		if fn == nil || !e.mayVerify(call) {
			return false
		}
		for _, word := range data.Words(fn.Name()) {
			switch word {
			case "verify", "validate", "parse", "refresh", "authenticate", "check", "introspect", "decode":
				return true
			}
		}
		return false
	})
}

// goesOut reports whether a value, or what is made of it, is given to somebody who
// may verify it: what handsOver asks of texts whose origin is in view.
func (e *engine) goesOut(v ssa.Value, parsed ssa.CallInstruction, may func(ssa.CallInstruction) bool) bool {
	if v == nil {
		return false
	}
	seen := make(map[ssa.Value]bool)
	work := []ssa.Value{v}
	add := func(v ssa.Value) {
		if v != nil && !seen[v] {
			seen[v] = true
			work = append(work, v)
		}
	}
	for x := unwrap(v); x != nil; x = unwrap(x) {
		add(x)
	}
	for len(work) > 0 {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if v.Referrers() == nil {
			continue
		}
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if _, local := ssax.Root(ref.Addr).(*ssa.Alloc); local && ref.Val == v {
					add(ssax.Root(ref.Addr))
				}
			case *ssa.MapUpdate:
				add(ssax.Root(ref.Map))
			case ssa.CallInstruction:
				if ref == parsed {
					continue
				}
				if callee := e.source(ref.Common().StaticCallee()); callee != nil {
					// What a function of this package does with it is seen there.
					if i := slices.Index(ref.Common().Args, v); i >= 0 && i < len(callee.Params) {
						add(callee.Params[i])
					}
				} else if may(ref) {
					return true
				}
				if out, ok := ref.(*ssa.Call); ok {
					add(out)
				}
			case *ssa.If, *ssa.BinOp:
			case ssa.Value:
				add(ref)
			}
		}
	}
	return false
}

// takesText reports whether a call gets the text, and may verify it.
func (e *engine) takesText(call ssa.CallInstruction, text []Value, depth int) bool {
	callee := e.source(call.Common().StaticCallee())
	if callee == nil && !e.mayVerify(call) {
		return false
	}
	_, args := ssax.Args(call.Common())
	for _, arg := range args {
		given := slices.ContainsFunc(e.eval(arg, call.Pos()).Leaves(), func(leaf Value) bool { return slices.ContainsFunc(text, leaf.same) })
		switch {
		case !given:
		case callee == nil:
			return true
		default:
			i := slices.Index(call.Common().Args, arg)
			operand := Value{Kind: Param, Index: i, owner: callee}
			if i >= 0 && e.handsOver(callee, nil, []Value{operand}, depth+1) {
				return true
			}
		}
	}
	return false
}

// mayVerify reports whether a call out of view has an outcome and could be about
// a token: no text or log is made there. A library's own function does if it
// verifies the bare signature.
func (e *engine) mayVerify(call ssa.CallInstruction) bool {
	fn := ssax.Callee(call.Common())
	if row := e.row(fn); row != nil {
		return row.Does == model.VerifiesSignature && row.Token != model.None
	}
	if call.Common().Signature().Results().Len() == 0 || e.models.Web(fn) != nil {
		return false
	}
	if fact := e.fact(fn); fact != nil && slices.ContainsFunc(fact.Forged, func(f Forged) bool { return f.How == Unverified }) {
		return false
	}
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin || fn == nil {
		return !builtin
	}
	return !e.plain(fn)
}

// plain reports whether a function of the standard library, or one for logs, keeps to itself
// what it is given: it neither asks another program nor a database.
func (e *engine) plain(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return true
	}
	switch path := fn.Pkg().Path(); path {
	case "net/http", "net/rpc", "database/sql", "os/exec":
		return false
	default:
		return module.Standard(e.pass, path) || std.Printer(path) || data.Of(path) == data.Notes
	}
}
