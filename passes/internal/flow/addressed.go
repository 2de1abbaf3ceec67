package flow

import (
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// PutsInQuery: the operand is a parameter of an address's query, under a name that
// only tokens have.
const PutsInQuery std.Sink = "query"

// bearing are the parameters in which a token lets its bearer in: RFC 6750 2.3, and
// what people call it. Others may carry signed texts that let nobody in (state,
// request, id_token_hint), or only once (the token of a link in a mail).
var bearing = []string{"access_token", "refresh_token", "id_token", "auth_token", "bearer", "jwt"}

// addressAt is a call that puts a token under its name into parameters which then
// become the query of an address. Those of a form go into a body.
func (e *engine) addressAt(call ssa.CallInstruction) []*SinkUse {
	recv, args := ssax.Args(call.Common())
	if !std.SetsParameter(ssax.Callee(call.Common())) || len(args) != 2 {
		return nil
	}
	name := e.eval(args[0], call.Pos())
	if name.Kind != Literal || !slices.Contains(bearing, strings.ToLower(name.Text)) || !becomeQuery(recv) {
		return nil
	}
	return e.sinkUse(call, PutsInQuery, args[1])
}

// becomeQuery reports whether parameters are encoded into an address, by the
// variable that they are in.
func becomeQuery(params ssa.Value) bool {
	held := []ssa.Value{params}
	if load, ok := params.(*ssa.UnOp); ok && load.X.Referrers() != nil {
		for _, ref := range *load.X.Referrers() {
			if other, ok := ref.(*ssa.UnOp); ok {
				held = append(held, other)
			}
		}
	}
	return slices.ContainsFunc(held, func(v ssa.Value) bool {
		return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
			call, ok := ref.(*ssa.Call)
			return ok && std.EncodesParameters(ssax.Callee(call.Common())) && slices.ContainsFunc(*call.Referrers(), intoAddress)
		})
	})
}

// intoAddress reports whether an instruction makes a text the query of an address:
// sets it, or puts it behind a question mark.
func intoAddress(ref ssa.Instruction) bool {
	switch ref := ref.(type) {
	case *ssa.Store:
		field, ok := ref.Addr.(*ssa.FieldAddr)
		return ok && std.IsQuery(ssax.Field(field.X.Type(), field.Field))
	case *ssa.BinOp:
		return ref.Op == token.ADD && endsInMark(ref.X)
	}
	return false
}

// endsInMark reports whether a text ends in a question mark.
func endsInMark(v ssa.Value) bool {
	if sum, ok := v.(*ssa.BinOp); ok && sum.Op == token.ADD {
		v = sum.Y
	}
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.String && strings.HasSuffix(constant.StringVal(c.Value), "?")
}

// signsBehind reports whether a call is that of an interface's method which signs,
// by what it is called, claims that it is given, and returns the text.
func signsBehind(common *ssa.CallCommon) bool {
	if !common.IsInvoke() || !strings.HasPrefix(strings.ToLower(common.Method.Name()), "sign") {
		return false
	}
	results := common.Signature().Results()
	return results.Len() > 0 && isText(results.At(0).Type()) && slices.ContainsFunc(common.Args, func(arg ssa.Value) bool {
		claim, _ := ClaimedType(arg.Type())
		return claim == "claims"
	})
}
