package flow

import (
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Functions that build tokens for others: what the tokens have, their callers
// say, in this package or another.

// issuesOf lists the operands of a function that become the claims of a token.
func (e *engine) issuesOf(fn *ssa.Function) []int {
	var out []int
	for call := range ssax.Calls(fn) {
		if issue := e.issueAt(call); issue != nil && paramIndex(issue.Claims) >= 0 {
			out = append(out, paramIndex(issue.Claims))
		}
	}
	return out
}

// issuedElsewhere is what the tokens have that functions of other packages build
// from claims that this one hands them.
func (e *engine) issuedElsewhere() []map[string]string {
	var out []map[string]string
	for _, call := range e.untested {
		fact := e.fact(ssax.Callee(call.Common()))
		if fact == nil {
			continue
		}
		for _, i := range fact.Issues {
			if claims := operand(call.Common(), i); claims != nil {
				out = append(out, e.formsOf(claims, call, 0)...)
			}
		}
	}
	return out
}

// formsOfVariable is formsOf for a map in a variable whose address is taken: what
// is put into it stands at the variable's reads.
func (e *engine) formsOfVariable(addr *ssa.Alloc, before ssa.Instruction, depth int) []map[string]string {
	out := make(map[string]string)
	made := false
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			for _, one := range e.formsOf(ref.Val, before, depth+1) {
				made = one != nil
				maps.Copy(out, one)
			}
		case *ssa.UnOp:
			maps.Copy(out, e.updates(ref, before))
		}
	}
	if !made {
		return []map[string]string{nil}
	}
	return []map[string]string{out}
}
