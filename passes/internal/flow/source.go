package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// Source is where data comes from that somebody else chooses, or that nobody
// else may read: what taint analysis calls a source.
type Source string

const (
	// FromPath, FromQuery, FromHeader, FromCookie and FromBody are parts of a request.
	FromPath   Source = "path"
	FromQuery  Source = "query"
	FromHeader Source = "header"
	FromCookie Source = "cookie"
	FromBody   Source = "body"
	// FromSigning is a token that the program has signed.
	FromSigning Source = "signed token"
	// FromVerification is a text that is verified as a token.
	FromVerification Source = "verified token"
	// FromKey is what signs or verifies tokens.
	FromKey Source = "key"
)

// Received reports whether the source is a part of a request.
func (s Source) Received() bool {
	switch s {
	case FromPath, FromQuery, FromHeader, FromCookie, FromBody:
		return true
	}
	return false
}

// partOf is the part of a request that a framework's function or field reads.
var partOf = map[web.Role]Source{
	web.PathParameter:   FromPath,
	web.QueryParameter:  FromQuery,
	web.HeaderParameter: FromHeader,
	web.CookieParameter: FromCookie,
	web.BodyParameter:   FromBody,
	web.Binds:           FromBody,
}

// maxLeaves bounds what an Unknown tells of its making.
const maxLeaves = 8

// computed is an Unknown that remembers what went into it.
func computed(why string, parts ...Value) Value {
	v := unknown(why)
	for _, part := range parts {
		v.From = part.leaves(v.From)
	}
	return v
}

// Leaves returns the sources, claims and operands that v is or was made from.
func (v Value) Leaves() []Value { return v.leaves(nil) }

// leaves adds the sources, claims and operands in v to out.
func (v Value) leaves(out []Value) []Value {
	if v.Source != "" || v.Kind == Claimed || v.Kind == Param {
		leaf := v
		leaf.Elems, leaf.From = nil, nil
		if len(out) < maxLeaves && !slices.ContainsFunc(out, leaf.same) {
			out = append(out, leaf)
		}
	}
	for _, part := range v.From {
		out = part.leaves(out)
	}
	for _, elem := range v.Elems {
		out = elem.leaves(out)
	}
	return out
}

// depends reports whether v, or what it was made from, is some function's operand.
func (v Value) depends() bool {
	isParam := func(v Value) bool { return v.Kind == Param }
	return v.Has(func(v Value) bool { return isParam(v) || slices.ContainsFunc(v.From, isParam) })
}

// refilled returns the leaves of a value with its operands replaced.
func refilled(from []Value, replace func(Value) Value) []Value {
	var out []Value
	for _, leaf := range from {
		if leaf.Kind != Param {
			out = leaf.leaves(out)
			continue
		}
		made := computed("operand", replace(leaf))
		if leaf.Decoded() {
			made = decoded(made)
		}
		out = made.leaves(out)
	}
	return out
}

// received is a part of a request; name is the key it is read by, "" if
// that is not in view.
func received(part Source, name string, steps ...Step) Value {
	return Value{Kind: Unknown, Text: name, Source: part, Steps: steps}
}

// requested is the result of a framework's function that reads a request.
func (e *engine) requested(row *web.Func, call *ssa.Call, index int) (Value, bool) {
	part, ok := partOf[row.Does]
	if row.Mixed {
		part = FromBody
	}
	if !ok || row.Into != model.None || isErrorType(resultType(call, index)) {
		return Value{}, false
	}
	name := ""
	if key := operandAt(call.Common(), row.Key); key != nil {
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
	if len(e.mapsOf(values, 0)) > 0 {
		return e.mapElement(values)
	}
	return named(e.eval(values, values.Pos()), name, at)
}

// named is what a value that comes from a part of a request has under a name.
func named(v Value, name string, at token.Pos) Value {
	out := computed("value by its name", v)
	for i, leaf := range out.From {
		if leaf.Source.Received() {
			out.From[i] = received(leaf.Source, name, Step{Pos: at, Phrase: "read from the request's " + string(leaf.Source)})
		}
	}
	return out
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
		if row != nil && row.Into != model.None && operandAt(g.call.Common(), row.Into) == g.as {
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

// decodedMark in Names marks a leaf of which a part has been decoded: what is
// in a token is not the token.
const decodedMark = "decoded"

// Decoded reports whether v is, or may be, only a part of the leaf's content.
func (v Value) Decoded() bool { return slices.Contains(v.Names, decodedMark) }

func decoded(v Value) Value {
	for i, leaf := range v.From {
		if !leaf.Decoded() {
			v.From[i].Names = append(slices.Clip(leaf.Names), decodedMark)
		}
	}
	return v
}

// signedToken is the text that a signing call returns.
func signedToken(call *ssa.Call) Value {
	step := Step{Pos: call.Pos(), Phrase: "signed by " + calleeName(ssax.Callee(call.Common()))}
	return Value{Kind: Unknown, Text: "signed token", Source: FromSigning, Steps: []Step{step}}
}

// claimValue is what a getter of a claim, or of a parameter of the header, returns.
func (e *engine) claimValue(row *model.Func, call *ssa.Call) Value {
	v := Value{Kind: Claimed, Text: e.claimRead(row, call)}
	if row.Check.InHeader() {
		v.Names = []string{headerMark}
	}
	return v
}

// builds is the result of a function that makes something from all its operands.
func (e *engine) builds(name string, recv ssa.Value, args []ssa.Value, at token.Pos) Value {
	var parts []Value
	if slices.ContainsFunc(args, beginsFragment) {
		return unknown("fragment of an address")
	}
	if recv != nil {
		parts = append(parts, e.eval(recv, at))
	}
	for _, arg := range args {
		parts = append(parts, e.eval(arg, at))
	}
	return computed("result of "+name, parts...)
}

// beginsFragment reports whether a text begins the fragment of an address: what
// follows it stays with the client, and in no log.
func beginsFragment(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return false
	}
	return strings.Contains(constant.StringVal(c.Value), "#")
}

func resultType(call *ssa.Call, index int) types.Type {
	return call.Call.Signature().Results().At(index).Type()
}

// isText reports whether a type's values are text: strings or bytes.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}
