package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// MethodUse is a check of a signature by a method that the token has named.
type MethodUse struct {
	Pos, End token.Pos
	Name     string // of the checking function: "jwt.Verify"
	Steps    []Step
}

// methodAt returns the check of a signature that a call makes with a method
// which it has looked up by the token's own alg, if nothing has tested that.
func (e *engine) methodAt(call ssa.CallInstruction) *MethodUse {
	fn := ssax.Callee(call.Common())
	row := e.row(fn)
	if row == nil || row.Does != model.VerifiesSignature {
		return nil
	}
	method := OperandAt(call.Common(), row.Method)
	if method == nil {
		method, _ = ssax.Args(call.Common())
	}
	made, ok := method.(*ssa.Call)
	if !ok {
		return nil
	}
	selects := e.row(ssax.Callee(made.Common()))
	if selects == nil || selects.Does != model.SelectsMethod {
		return nil
	}
	name := e.at(made, selects.Method)
	if pin, _ := e.pinAt(call.Block()); pin > DenyList || name.Kind != Claimed {
		return nil
	}
	use := &MethodUse{Name: calleeName(fn), Steps: []Step{{Pos: made.Pos(), Phrase: "looked up by the token's alg"}}}
	use.Pos, use.End = e.span(call)
	return use
}
