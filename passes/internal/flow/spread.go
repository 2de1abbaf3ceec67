package flow

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Where a token, and what is read from it, goes: whether it ends where it may be
// kept, looked up to be struck off, or changed. What is out of view may do that.

// grade is how closely a value is tied to one token.
type grade int

const (
	// ofUser: it is made from claims that all tokens of a user share.
	ofUser grade = iota + 1
	// ofToken: the token, its claims, its hash or what else singles it out.
	ofToken
)

// spread follows values forwards through one function, and into those that it
// calls with them.
type spread struct {
	*engine
	fn    *ssa.Function
	depth int
	seen  map[ssa.Value]grade
	work  []ssa.Value

	kept    bool          // it may be kept or changed
	told    bool          // it is compared with the name of tokens for refreshing
	results map[int]grade // of the function
	params  map[int]grade // operands that it is put into
}

// maxSpread bounds how deep calls are followed; beyond it everything may happen.
const maxSpread = 6

// spreadFrom follows seeds through a function.
func (e *engine) spreadFrom(fn *ssa.Function, seeds map[ssa.Value]grade) *spread {
	return e.spreadAt(fn, seeds, 0)
}

func (e *engine) spreadAt(fn *ssa.Function, seeds map[ssa.Value]grade, depth int) *spread {
	s := &spread{engine: e, fn: fn, depth: depth, seen: make(map[ssa.Value]grade), results: make(map[int]grade), params: make(map[int]grade)}
	for v, g := range seeds {
		s.add(v, g)
	}
	for len(s.work) > 0 {
		v := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		if refs := v.Referrers(); refs != nil {
			for _, ref := range *refs {
				s.use(v, s.seen[v], ref)
			}
		}
	}
	return s
}

// add puts a value on the list, unless it is there or can hold nothing of a token.
func (s *spread) add(v ssa.Value, g grade) {
	if v == nil || g == 0 || s.seen[v] >= g || ssax.IsError(v.Type()) {
		return
	}
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return
	}
	s.seen[v] = g
	s.work = append(s.work, v)
}

// use follows one use of a value.
func (s *spread) use(v ssa.Value, g grade, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.FieldAddr:
		s.part(ref, ref.X, ref.Field, g)
	case *ssa.Field:
		s.part(ref, ref.X, ref.Field, g)
	case *ssa.Lookup:
		if ref.X == v {
			s.element(ref, g)
		} else {
			s.add(ref, g)
		}
	case *ssa.Store:
		if ref.Val == v {
			s.putInto(ref.Addr, g)
		}
	case *ssa.MapUpdate:
		if ref.Value == v || ref.Key == v {
			_, handed := ref.Map.(*ssa.Parameter) // A list that outlives the call.
			s.kept = s.kept || handed && g == ofToken
			s.putInto(ref.Map, g)
		}
	case *ssa.Send:
		s.kept = s.kept || g == ofToken
	case *ssa.BinOp:
		s.compared(ref)
		s.add(ref, g)
	case *ssa.Return:
		for i, r := range ref.Results {
			if r == v {
				s.results[i] = max(s.results[i], g)
			}
		}
	case *ssa.MakeClosure:
		s.captured(v, g, ref)
	case ssa.CallInstruction:
		s.call(g, ref)
	case ssa.Value:
		s.add(ref, g)
	}
}

// part is a field: of claims, it is graded by its name.
func (s *spread) part(field, x ssa.Value, index int, g grade) {
	f := ssax.Field(x.Type(), index)
	claim, ofClaims := claimedField(x.Type(), f)
	switch {
	case f == nil, claim == "claims", claim == "token", f.Embedded():
		s.add(field, g)
	case claim == "header", claim == string(model.Alg):
	case ofClaims:
		s.named(field, claim, g)
	default:
		s.named(field, claimOfTag(x.Type(), f), g)
	}
}

// element is what is read from a map.
func (s *spread) element(ref *ssa.Lookup, g grade) {
	name := s.eval(ref.Index, ref.Pos())
	if name.Kind != Literal {
		s.add(ref, g)
		return
	}
	s.named(ref, name.Text, g)
}

// named is a claim or a part of one, by its name.
func (s *spread) named(v ssa.Value, name string, g grade) {
	s.told = s.told || g == ofToken && kindIn(strings.ToLower(name)) == refreshKind
	if g == ofToken && !binds(name) {
		g = ofUser
	}
	s.add(v, g)
}

// compared notes a comparison with the name of tokens for refreshing.
func (s *spread) compared(op *ssa.BinOp) {
	if op.Op != token.EQL && op.Op != token.NEQ {
		return
	}
	for _, side := range []ssa.Value{op.X, op.Y} {
		s.told = s.told || kindIn(strings.ToLower(s.textOf(side))) == refreshKind
	}
}

// putInto follows a value into the variable, struct or map that it is put into.
func (s *spread) putInto(addr ssa.Value, g grade) {
	root := ssax.Root(addr)
	if load, ok := root.(*ssa.UnOp); ok && load.Op == token.MUL && s.seen[root] == 0 {
		root = ssax.Root(load.X)
		s.add(load, g)
	}
	switch root := root.(type) {
	case *ssa.Global:
		s.kept = s.kept || g == ofToken
	case *ssa.Parameter:
		i := paramIndex(root)
		s.kept = s.kept || g == ofToken && i == 0 && s.fn.Signature.Recv() != nil
		s.params[i] = max(s.params[i], g)
		s.add(root, g)
	default:
		s.add(root, g)
	}
}

// captured follows a value into a function literal.
func (s *spread) captured(v ssa.Value, g grade, made *ssa.MakeClosure) {
	fn := made.Fn.(*ssa.Function)
	for i, bound := range made.Bindings {
		if bound == v && i < len(fn.FreeVars) {
			s.take(s.into(fn, map[ssa.Value]grade{fn.FreeVars[i]: g}))
		}
	}
}

// into follows values into another function, once for the same ones.
func (s *spread) into(fn *ssa.Function, seeds map[ssa.Value]grade) *spread {
	if s.depth >= maxSpread {
		return &spread{kept: slices.Contains(slices.Collect(maps.Values(seeds)), ofToken)}
	}
	key := spreadKey{fn, describeSeeds(fn, seeds)}
	if known, ok := s.spreads[key]; ok {
		return known
	}
	s.spreads[key] = &spread{} // A recursion adds nothing.
	out := s.spreadAt(fn, seeds, s.depth+1)
	s.spreads[key] = out
	return out
}

// take adds what happened elsewhere to a value.
func (s *spread) take(other *spread) {
	s.kept = s.kept || other.kept
	s.told = s.told || other.told
}

// spreadKey is a function with the operands that are followed into it.
type spreadKey struct {
	fn    *ssa.Function
	seeds string
}

// describeSeeds names seeds, which are operands or captured variables.
func describeSeeds(fn *ssa.Function, seeds map[ssa.Value]grade) string {
	var b strings.Builder
	for i, p := range fn.Params {
		if g := seeds[p]; g != 0 {
			fmt.Fprintf(&b, "p%d=%d ", i, g)
		}
	}
	for i, v := range fn.FreeVars {
		if g := seeds[v]; g != 0 {
			fmt.Fprintf(&b, "v%d=%d ", i, g)
		}
	}
	return b.String()
}
