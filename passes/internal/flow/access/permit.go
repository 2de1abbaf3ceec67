package access

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// permitted is what a function tells which decides what somebody may do, and is
// asked about operands beside a constant that names what: has(role, "order:delete").
// If one of them is the caller, or the caller's role, that is a test of the role.
func (u *unit) permitted(fn *types.Func, args []ssa.Value) []test {
	if fn == nil || !authorizerName(fn.Name()) || slows(fn) || !sameModule(u.e.pass, fn.Pkg()) {
		return nil
	}
	var who set
	named := false
	for _, a := range args {
		if c, ok := unwrapped(a).(*ssa.Const); ok && isText(c) {
			named = u.e.namesPrivileges([]ssa.Value{c})
			continue
		}
		who = who.or(u.deep(a).and(u.operands()))
	}
	if !named || who.empty() {
		return nil
	}
	return []test{{holds: who}}
}
