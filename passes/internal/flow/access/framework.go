package access

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// framework is a call into a web framework. It reports whether the row settles
// what the call's results are.
func (u *unit) framework(call ssa.CallInstruction, row *web.Func) bool {
	scope := u.scopes[call.Parent()]
	switch row.Does {
	case web.PathParameter:
		u.parameter(call, row, Path)
	case web.QueryParameter:
		u.parameter(call, row, queried(call, row))
	case web.BodyParameter:
		u.parameter(call, row, Body)
	case web.Binds:
		u.bind(call, row)
	case web.GetsValue:
		u.getValue(call, row)
	case web.SetsValue:
		if !u.setValue(call, row) {
			u.getValue(call, row) // Locals(key) reads, Locals(key, value) writes.
			return true
		}
		return false // The context with the value is a result.
	case web.GetsIdentity:
		u.learn(scope, true)
		if into := flow.OperandAt(call.Common(), row.Into); into != nil {
			u.put(u.base(into), "", set{}.with(identity))
		}
		u.results(call, func(int) set { return set{}.with(identity) })
	case web.VerifiesToken:
		u.checks[scope] = true
		u.results(call, func(int) set { return set{}.with(identity) })
	case web.Registers, web.Attaches, web.Aborts, web.Passes, web.Responds:
	default:
		return false
	}
	return true
}

// queried is where a getter that reads path and query alike finds its key.
func queried(call ssa.CallInstruction, row *web.Func) Place {
	if key := flow.OperandAt(call.Common(), row.Key); key != nil && row.PathKey != "" {
		if name, ok := constText(key); !ok || strings.HasPrefix(name, row.PathKey) {
			return Path // One that only callers know: the route's path will tell.
		}
	}
	return Query
}

// parameter is a call that reads a part of the request.
func (u *unit) parameter(call ssa.CallInstruction, row *web.Func, place Place) {
	if !u.e.wants(place) {
		return
	}
	if into := flow.OperandAt(call.Common(), row.Into); into != nil {
		u.bindFields(call, into, place, bodyTags)
		return
	}
	o := Origin{Source: ID, From: place, Name: "*", scope: u.scopes[call.Parent()]}
	if key := flow.OperandAt(call.Common(), row.Key); key != nil {
		o = u.named(o, key)
	}
	s := set{}.with(u.id(o, call.Pos()))
	u.dataResults(call, s)
}

// named completes an ID with its name, a constant or an operand of the function.
func (u *unit) named(o Origin, key ssa.Value) Origin {
	if name, ok := parameterText(key); ok {
		o.Name = name
		return o
	}
	o.Name = "?"
	if f, ok := key.(*ssa.FreeVar); ok {
		key = u.base(f)
	}
	if load, ok := key.(*ssa.UnOp); ok {
		if a := u.target(load); a != nil {
			key = onlyStoredValue(a)
		}
	}
	if p, isParam := key.(*ssa.Parameter); isParam && p.Parent() == u.root {
		for i, q := range u.root.Params {
			if q == p {
				o.Name, o.Index, o.scope = "", i+1, 0
			}
		}
	}
	return o
}

// parameterText is the name of a parameter in a constant. Some frameworks want
// it with the colon that it has in the route's path.
func parameterText(key ssa.Value) (string, bool) {
	name, ok := constText(key)
	return strings.TrimPrefix(name, ":"), ok
}
