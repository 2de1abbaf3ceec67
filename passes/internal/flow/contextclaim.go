package flow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A middleware that puts a claim into the request's context as it is leaves it
// to the handlers to find out what it has.

// RawClaim is a claim that a middleware puts into the context without having
// looked at its type.
type RawClaim struct {
	Key   string // of the context: a text, or the type or variable that stands for it
	Claim string // "" if it is not in view

	steps []Step
}

// fromContext is what is read from the request's context, if a claim has been
// put there as it is; else nil.
func (e *engine) fromContext(v ssa.Value) *claimRead {
	if ex, ok := v.(*ssa.Extract); ok && ex.Index == 0 {
		v = ex.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	row := e.models.Web(ssax.Callee(call.Common()))
	if row == nil || row.Does != web.GetsValue && (row.Does != web.SetsValue || e.valueSet(call, row) != nil) {
		return nil
	}
	key := keyName(OperandAt(call.Common(), row.Key))
	for _, raw := range e.rawClaims() {
		if raw.Key == key {
			return &claimRead{name: raw.Claim, key: key, from: call, steps: raw.steps}
		}
	}
	return nil
}

// rawClaims lists what this package and those that it imports leave in the
// context, by key.
func (e *engine) rawClaims() []RawClaim {
	if e.raw != nil {
		return *e.raw
	}
	var out []RawClaim
	for _, fn := range e.funcs {
		if isTestFile(e.pass, fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok {
					out = append(out, e.rawClaimSet(call)...)
				}
			}
		}
	}
	out = append(out, rawByImports(e.pass)...)
	out = sortedRaw(out)
	e.raw = &out
	return out
}

// withoutSteps are the claims as importers see them, who have no use for places
// in this package.
func withoutSteps(list []RawClaim) []RawClaim {
	out := slices.Clone(list)
	for i := range out {
		out[i].steps = nil
	}
	return out
}

// sortedRaw sorts by key and claim, each once.
func sortedRaw(list []RawClaim) []RawClaim {
	slices.SortStableFunc(list, func(a, b RawClaim) int { return strings.Compare(a.Key+" "+a.Claim, b.Key+" "+b.Claim) })
	return slices.CompactFunc(list, func(a, b RawClaim) bool { return a.Key == b.Key && a.Claim == b.Claim })
}

// rawByImports lists what imported packages leave in the context.
func rawByImports(pass *analysis.Pass) []RawClaim {
	var out []RawClaim
	for fact := range importedFacts(pass) {
		out = append(out, fact.Raw...)
	}
	return out
}

// rawClaimSet is the claim that a call puts into the context, if it does.
func (e *engine) rawClaimSet(call *ssa.Call) []RawClaim {
	row := e.models.Web(ssax.Callee(call.Common()))
	if row == nil || row.Does != web.SetsValue {
		return nil
	}
	key, val := keyName(OperandAt(call.Common(), row.Key)), e.valueSet(call, row)
	if key == "" || val == nil {
		return nil
	}
	read := e.claimOf(val)
	if read == nil || read.within != nil {
		return nil
	}
	step := Step{Pos: call.Pos(), Phrase: "put into the context as it is"}
	return []RawClaim{{Key: key, Claim: read.name, steps: []Step{step}}}
}

// valueSet is the value that a call puts into the context, nil if it is given
// none and reads.
func (e *engine) valueSet(call *ssa.Call, row *web.Func) ssa.Value {
	val := OperandAt(call.Common(), row.Value)
	if val == nil || !call.Common().Signature().Variadic() {
		return val
	}
	if elems := ssax.Elements(val); len(elems) > 0 {
		return elems[0]
	}
	return nil
}

// keyName names the key of a value in a context: a constant's text, or the
// variable or type that stands for it, with its package.
func keyName(key ssa.Value) string {
	if made, ok := key.(*ssa.MakeInterface); ok {
		key = made.X
	}
	switch k := key.(type) {
	case nil:
		return ""
	case *ssa.Const:
		if k.Value != nil {
			return types.TypeString(k.Type(), nil) + " " + k.Value.ExactString()
		}
	case *ssa.UnOp:
		if g, ok := k.X.(*ssa.Global); ok {
			return g.String()
		}
	}
	if named, ok := types.Unalias(key.Type()).(*types.Named); ok && ssax.StructOf(named) != nil {
		return named.String()
	}
	return ""
}
