package access

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// verifies reports whether a call into a JWT library verifies a token. With the
// signature switched off, and no key, it only parses: whoever writes a token passes.
func (e *engine) verifies(call *ssa.CallCommon, row *model.Func) bool {
	if row.Does != model.Verifies {
		return false
	}
	options := flow.OperandAt(call, row.Options)
	if options == nil {
		return true
	}
	off := false
	for _, option := range ssax.Elements(options) {
		made, ok := option.(*ssa.Call)
		if !ok {
			return true
		}
		fn := ssax.Callee(made.Common())
		if fn == nil {
			return true
		}
		says := e.models.JWT(fn, "")
		if says == nil || says.Does == model.HandsKey {
			return true
		}
		off = off || says.Does == model.Switches && says.Check == model.Sig && isFalse(flow.OperandAt(made.Common(), says.Value))
	}
	return !off
}

func isFalse(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
}
