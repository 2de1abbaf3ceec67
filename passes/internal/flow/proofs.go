package flow

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A proof is a token by which a client shows that it has the private key of the
// public one in the token's own header. Who has signed it is the question, not
// the answer: what counts is that the same key is bound to something else. A
// header's typ says which tokens are proofs, and who tests for one means it.

// proofTypes are the types of such tokens: RFC 9449 4.2, OpenID4VCI F.1.
var proofTypes = []string{"dpop+jwt", "openid4vci-proof+jwt"}

// Proves reports whether a verification is about proofs alone: the function that
// returns the key, the one that verifies, one that they call, or one that leads to
// them in this package, asks whether the token's type is that of a proof, and
// goes on differently if it is not.
func (r *Result) Proves(s *Site, key KeyReturn) bool {
	e := r.engine
	around := e.leadingTo(s.call.Parent())
	if fn := e.funcAt(key.Pos); fn != nil {
		around[outermost(fn)] = true
	}
	for fn := range around {
		if e.asksForProof(fn, 0) {
			return true
		}
	}
	return false
}

// funcAt is the innermost function of this package around a position, or nil.
func (e *engine) funcAt(pos token.Pos) *ssa.Function {
	var out *ssa.Function
	for _, fn := range e.funcs {
		if node := fn.Syntax(); node != nil && node.Pos() <= pos && pos < node.End() && (out == nil || node.Pos() > out.Pos()) {
			out = fn
		}
	}
	return out
}

// maxAsking bounds the calls down to the comparison.
const maxAsking = 2

// asksForProof reports whether a function, or one that it calls, compares
// something with the type of a proof and heeds the outcome.
func (e *engine) asksForProof(fn *ssa.Function, depth int) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch x := instr.(type) {
			case *ssa.BinOp:
				if e.namesProof(x.X) || e.namesProof(x.Y) {
					if heeded(x, 0) {
						return true
					}
				}
			case *ssa.Call:
				if callee := e.source(x.Call.StaticCallee()); callee != nil && depth < maxAsking && e.asksForProof(callee, depth+1) {
					return true
				}
				if slices.ContainsFunc(x.Call.Args, e.namesProof) && isBoolType(x.Type()) && heeded(x, 0) {
					return true
				}
			}
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool { return e.asksForProof(lit, depth) })
}

// namesProof reports whether a value is the type of a proof, or a list of types
// with one in it.
func (e *engine) namesProof(v ssa.Value) bool {
	if held, ok := v.(*ssa.MakeInterface); ok {
		v = held.X
	}
	if !isText(v.Type()) && !isTexts(v.Type()) {
		return false
	}
	return e.eval(v, v.Pos()).Has(func(leaf Value) bool {
		return leaf.Kind == Literal && slices.Contains(proofTypes, strings.ToLower(strings.TrimPrefix(leaf.Text, "application/")))
	})
}

// heeded reports whether a condition makes a difference to how its function goes
// on, or is what that returns.
func heeded(cond ssa.Value, depth int) bool {
	if depth > maxTestDepth {
		return false
	}
	return slices.ContainsFunc(*cond.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.If:
			return ssax.Decides(ref.Block())
		case *ssa.Return:
			return true
		case *ssa.UnOp:
			return heeded(ref, depth+1)
		case *ssa.Phi:
			return heeded(ref, depth+1)
		}
		return false
	})
}
