package flow

import (
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// What a claim's type is once it has been read back can be told from the places
// that issue tokens, if all of those in view always set the claim: in this
// package and in those that it imports.

// IssuedClaim is a claim that all tokens have, in the form that encoding/json
// gives it: "string", "number", "bool", "list" or "object".
type IssuedClaim struct{ Name, Form string }

// issuedTypes is what all tokens issued in view have, and whether any are.
func (e *engine) issuedTypes(issued []*Issue) (claims []IssuedClaim, some bool) {
	tokens := append(e.payloads(), issuedByImports(e.pass)...)
	for _, i := range issued {
		if !isTestFile(e.pass, i.Pos) {
			tokens = append(tokens, e.claimsOfIssue(i)...)
		}
	}
	tokens = append(tokens, e.signedClaims()...)
	tokens = append(tokens, e.issuedElsewhere()...)
	return inAll(tokens), len(tokens) > 0
}

// inAll lists the claims that all tokens have in the same form.
func inAll(tokens []map[string]string) []IssuedClaim {
	if len(tokens) == 0 {
		return nil
	}
	var out []IssuedClaim
	for _, name := range slices.Sorted(maps.Keys(tokens[0])) {
		form := tokens[0][name]
		if form != "" && !slices.ContainsFunc(tokens, func(one map[string]string) bool { return one[name] != form }) {
			out = append(out, IssuedClaim{name, form})
		}
	}
	return out
}

// issuedByImports is what the tokens have that imported packages issue.
func issuedByImports(pass *analysis.Pass) []map[string]string {
	var out []map[string]string
	for fact := range importedFacts(pass) {
		if !fact.Issues {
			continue
		}
		one := make(map[string]string)
		for _, c := range fact.Issued {
			one[c.Name] = c.Form
		}
		out = append(out, one)
	}
	return out
}

// claimsOfIssue is what each of the tokens that a place may build has.
func (e *engine) claimsOfIssue(i *Issue) []map[string]string {
	if p := paramIndex(i.Claims); p >= 0 {
		if fn := i.call.Parent(); len(e.callersOf(fn)) == 0 && fn.Object() != nil && fn.Object().Exported() {
			return nil // Whoever calls it knows: see issuedElsewhere.
		}
	}
	if i.Claims != nil {
		return e.formsOf(i.Claims, i.call, 0)
	}
	built, ok := i.call.(*ssa.Call)
	if !ok {
		return []map[string]string{nil}
	}
	var out []map[string]string
	for _, ref := range *built.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, use := range *addr.Referrers() {
			switch use := use.(type) {
			case *ssa.Store:
				if types.IsInterface(use.Val.Type()) && isClaimsField(addr) {
					out = append(out, e.formsOf(use.Val, use, 0)...)
				}
			case *ssa.UnOp:
				for _, assert := range *use.Referrers() {
					if assert, ok := assert.(*ssa.TypeAssert); ok && isClaimsField(addr) {
						out = append(out, e.updates(assert, nil))
					}
				}
			}
		}
	}
	if out == nil {
		return []map[string]string{nil}
	}
	return out
}

func isClaimsField(addr *ssa.FieldAddr) bool {
	what, _ := claimedField(addr.X.Type(), ssax.Field(addr.X.Type(), addr.Field))
	return what == "claims"
}

// formsOf is the claims that a value may be, with the form of each that is
// always set before an instruction; a nil map for those out of view.
func (e *engine) formsOf(v ssa.Value, before ssa.Instruction, depth int) []map[string]string {
	unseen := []map[string]string{nil}
	if depth > 6 {
		return unseen
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return e.formsOf(v.X, before, depth+1)
	case *ssa.ChangeType:
		return e.formsOf(v.X, before, depth+1)
	case *ssa.MakeMap:
		return []map[string]string{e.updates(v, before)}
	case *ssa.Alloc:
		if ssax.StructOf(v.Type()) != nil {
			return []map[string]string{structForms(v.Type(), e.storedFields(v, make(map[*types.Var]bool)))}
		}
		return e.formsOfVariable(v, before, depth)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			return e.formsOf(alloc, before, depth+1)
		}
		var stored []handedAt
		for _, s := range e.storesTo(v.X) {
			stored = append(stored, handedAt{s.Val, before})
		}
		return e.formsOfAll(stored, depth)
	case *ssa.Phi:
		var edges []handedAt
		for _, edge := range v.Edges {
			edges = append(edges, handedAt{edge, before})
		}
		return e.formsOfAll(edges, depth)
	case *ssa.Extract:
		if v.Index == 0 {
			return e.formsOf(v.Tuple, before, depth+1)
		}
	case *ssa.Call:
		if fn := e.source(v.Common().StaticCallee()); fn != nil {
			return e.formsOfAll(returned(fn), depth)
		}
		return []map[string]string{e.builtForms(v, before)}
	case *ssa.Parameter:
		var args []handedAt
		for _, call := range e.callersOf(v.Parent()) {
			args = append(args, handedAt{operand(call.Common(), paramIndex(v)), call})
		}
		return e.formsOfAll(args, depth)
	}
	return unseen
}

// handedAt is a value, and the instruction by which it leaves its function.
type handedAt struct {
	val ssa.Value
	by  ssa.Instruction
}

// maxTokens bounds the kinds of tokens that one value is followed to.
const maxTokens = 64

func (e *engine) formsOfAll(vals []handedAt, depth int) []map[string]string {
	var out []map[string]string
	for _, v := range vals {
		if v.val == nil || len(out) > maxTokens {
			return []map[string]string{nil}
		}
		out = append(out, e.formsOf(v.val, v.by, depth+1)...)
	}
	if out == nil {
		return []map[string]string{nil}
	}
	return out
}

// returned lists the first result of each return of a function.
func returned(fn *ssa.Function) []handedAt {
	var out []handedAt
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			out = append(out, handedAt{ret.Results[0], ret})
		}
	}
	return out
}

// updates is what is put into a map on every way to an instruction; without
// one, in the block that makes the map.
func (e *engine) updates(m ssa.Value, before ssa.Instruction) map[string]string {
	out := make(map[string]string)
	for _, ref := range *m.Referrers() {
		switch ref := ref.(type) {
		case *ssa.ChangeType:
			maps.Copy(out, e.updates(ref, before))
		case *ssa.MapUpdate:
			key := e.eval(ref.Key, ref.Pos())
			if key.Kind != Literal {
				continue
			}
			always := ref.Block() == m.(ssa.Instruction).Block()
			if before != nil && before.Parent() == ref.Parent() {
				always = ref.Block().Dominates(before.Block())
			}
			if always {
				out[key.Text] = formOfValue(ref.Value)
			}
		}
	}
	return out
}

// formOfValue is the form in which a value is written.
func formOfValue(v ssa.Value) string {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && types.IsInterface(v.Type()) {
		return ""
	}
	return writtenForm(v.Type())
}

// alwaysIssued reports whether every token issued in view has the claim in the
// form that a type is read from.
func (r *Result) alwaysIssued(claim string, t types.Type) bool {
	form := formOf(t)
	return form != "" && slices.Contains(r.issuedClaims, IssuedClaim{claim, form})
}

// required reports whether the verifications of the package see to it that a
// token has a registered claim of its type.
func (r *Result) required(claim string, t types.Type) bool {
	form := map[model.Claim]string{model.Exp: "number", model.Iss: "string", model.Sub: "string"}[model.Claim(claim)]
	if form == "" || form != formOf(t) {
		return false
	}
	return slices.ContainsFunc(r.Sites, func(s *Site) bool { return len(EnforcedBy(s.Options, model.Claim(claim)).Found) > 0 })
}
