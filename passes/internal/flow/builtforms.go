package flow

import (
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// signedClaims is what the tokens have whose claims are signed without being
// made a token first.
func (e *engine) signedClaims() []map[string]string {
	var out []map[string]string
	for _, call := range e.untested {
		row := e.row(ssax.Callee(call.Common()))
		if row == nil || row.Does != model.Signs {
			continue
		}
		if claims := OperandAt(call.Common(), row.Claims); claims != nil {
			out = append(out, e.formsOf(claims, call, 0)...)
		}
	}
	return out
}

// builtForms is what a library's builder puts into claims, step by step, up to
// an instruction; nil if a step is out of view.
func (e *engine) builtForms(call *ssa.Call, before ssa.Instruction) map[string]string {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil {
		if builder, ok := OperandAt(call.Common(), model.Recv).(*ssa.Call); ok && e.returnsReceiver(call) {
			return e.builtForms(builder, call) // Sets a claim that nobody asks for.
		}
		return nil
	}
	switch row.Does {
	case model.BuildsClaims:
		out := make(map[string]string)
		for _, ref := range *call.Referrers() {
			if set, ok := ref.(*ssa.Call); ok && OperandAt(set.Common(), model.Recv) == call && comesBefore(set, before) {
				maps.Copy(out, e.setForm(set))
			}
		}
		return out
	case model.FinishesClaims, model.SetsClaim:
		builder, ok := OperandAt(call.Common(), row.Claims).(*ssa.Call)
		if !ok {
			return nil
		}
		out := e.builtForms(builder, call)
		if out != nil {
			maps.Copy(out, e.setForm(call))
		}
		return out
	}
	return nil
}

// setForm is the claim that a call sets, with its form; empty for other calls.
func (e *engine) setForm(call *ssa.Call) map[string]string {
	row := e.row(ssax.Callee(call.Common()))
	if row == nil || row.Does != model.SetsClaim {
		return nil
	}
	value := OperandAt(call.Common(), row.Value)
	claim, known := e.claimNamed(row, call)
	if value == nil || !known {
		return nil
	}
	return map[string]string{string(claim): formOfValue(value)}
}

// comesBefore reports whether every way to an instruction leads past a call.
func comesBefore(call *ssa.Call, instr ssa.Instruction) bool {
	if instr == nil || instr.Parent() != call.Parent() || instr.Block() == call.Block() {
		return instr != nil && instr.Parent() == call.Parent()
	}
	return call.Block().Dominates(instr.Block())
}
