package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A program may keep each tenant's records in a schema of its own, or leave it to
// the policies of its tables to hide those of others. Then a statement at the
// beginning of a transaction says who the caller is, and no other has to.

// settled joins into a connection or transaction by what it has been set up.
func (u *unit) settled(call ssa.CallInstruction, fn *types.Func) {
	recv, args := ssax.Args(call.Common())
	if recv == nil || fn == nil || !u.e.keeps(fn) {
		return
	}
	for i, a := range args {
		if !data.Settles(formatOf(a)) {
			continue
		}
		var s set
		for _, by := range args[i:] {
			s = s.or(u.deep(by))
		}
		u.put(u.base(recv), "", s)
		return
	}
}

// formatOf is the text that a statement begins with, put together or filled in.
func formatOf(v ssa.Value) string {
	if text, ok := constText(v); ok {
		return text
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return ""
	}
	if fn := ssax.Callee(call.Common()); fn == nil || fn.FullName() != "fmt.Sprintf" {
		return ""
	}
	return text(call.Common().Args[0])
}
