package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// requested is the result of a framework's function that reads a request.
func (e *engine) requested(row *web.Func, call *ssa.Call, index int) (Value, bool) {
	part, ok := partOf[row.Does]
	if row.Mixed {
		part = FromBody
	}
	if !ok || row.Into != model.None || ssax.IsError(resultType(call, index)) {
		return Value{}, false
	}
	name := ""
	if key := OperandAt(call.Common(), row.Key); key != nil {
		name = e.eval(key, call.Pos()).Text
	}
	if row.Held {
		recv, _ := ssax.Args(call.Common())
		return e.held(recv, name, call.Pos()), true
	}
	return received(part, name, Step{Pos: call.Pos(), Phrase: "read from the request's " + string(part)}), true
}

// held is a value that a map of values has under a name: of a part of a
// request, or put there by the program.
func (e *engine) held(values ssa.Value, name string, at token.Pos) Value {
	if values == nil {
		return unknown("value of a map that is out of view")
	}
	if len(e.mapsOf(values, 0)) > 0 {
		return e.mapElement(values)
	}
	return named(e.eval(values, values.Pos()), name, at)
}

// named is what a value that comes from a part of a request has under a name. An
// operand that may be such a part keeps the name until its callers are known.
func named(v Value, name string, at token.Pos) Value {
	out := computed("value by its name", v)
	for i, leaf := range out.From {
		switch {
		case leaf.Source.Received():
			out.From[i] = received(leaf.Source, name, Step{Pos: at, Phrase: "read from the request's " + string(leaf.Source)})
		case leaf.Kind == Param:
			out.From[i].Text = name
		}
	}
	return out
}

// underName is what takes the place of an operand of which something is read by
// its name: whole parts of a request, and operands again, get that name.
func underName(v Value, name string) Value {
	for i, leaf := range v.From {
		if (leaf.Source.Received() || leaf.Kind == Param) && leaf.Text == "" {
			v.From[i].Text = name
		}
	}
	return v
}

// requestField is a field of a request that holds a part of it.
func (e *engine) requestField(x ssa.Value, name string) (Value, bool) {
	row := web.FieldOf(x.Type(), name)
	if cookie, ok := web.CookieOf(x.Type()); ok && name == cookie.Value {
		v := e.eval(x, x.Pos())
		return v, v.Source == FromCookie
	}
	if row == nil {
		return Value{}, false
	}
	return received(partOf[row.Does], "", Step{Pos: x.Pos(), Phrase: "read from the request's " + string(partOf[row.Does])}), true
}

// boundTo is what fills the struct that x is a variable of: a part of the
// request, by a framework's binder or a decoder.
func (e *engine) boundTo(x ssa.Value, name string) (Value, bool) {
	alloc, ok := ssax.Root(x).(*ssa.Alloc)
	if !ok {
		return Value{}, false
	}
	for _, g := range givenTo(alloc) {
		row := e.models.Web(ssax.Callee(g.call.Common()))
		if row != nil && row.Into != model.None && OperandAt(g.call.Common(), row.Into) == g.as {
			return received(partOf[row.Does], name, Step{Pos: g.call.Pos(), Phrase: "read from the request"}), true
		}
		if from := decodedBy(g); from != nil {
			if v := decoded(named(e.eval(from, g.call.Pos()), name, g.call.Pos())); len(v.From) > 0 {
				return v, true
			}
		}
	}
	return Value{}, false
}

// decodedFrom is what fills a variable as a whole, if it is decoded into it.
func (e *engine) decodedFrom(alloc *ssa.Alloc) Value {
	for _, g := range givenTo(alloc) {
		if from := decodedBy(g); from != nil {
			return decoded(computed("decoded", e.eval(from, g.call.Pos())))
		}
	}
	return Value{}
}

// given is a call that gets the address of a variable, and the operand that it
// gets it as.
type given struct {
	call *ssa.Call
	as   ssa.Value
}

// givenTo lists the calls that get a variable's address, as it is or in an interface.
func givenTo(addr ssa.Value) []given {
	var out []given
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			out = append(out, given{ref, addr})
		case *ssa.MakeInterface:
			for _, use := range *ref.Referrers() {
				if call, ok := use.(*ssa.Call); ok {
					out = append(out, given{call, ref})
				}
			}
		}
	}
	return out
}

// decodedBy is what a call decodes into the variable that it is given, or nil.
func decodedBy(g given) ssa.Value {
	row := std.Of(ssax.Callee(g.call.Common()))
	recv, args := ssax.Args(g.call.Common())
	if row == nil || row.Does != std.Decodes || row.Arg >= len(args) || args[row.Arg] != g.as {
		return nil
	}
	if recv != nil {
		return recv
	}
	return args[0]
}
