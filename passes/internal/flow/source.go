package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
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
		if leaf.Text != "" {
			made = underName(made, leaf.Text)
		}
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

// decodedMark in Names marks a leaf of which a part has been decoded, or of which
// there is a digest: what is in a token is not the token.
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

// digest is a value that v decides and from which nobody learns v: a text of the
// source stays one, and what is secret or received is no longer there.
func digest(v Value) Value {
	switch v.Kind {
	case Param: // Which of the two it is, the calls decide.
		v.Names = append(slices.Clip(v.Names), decodedMark)
	case Unknown:
		if len(v.Leaves()) > 0 {
			return decoded(computed("digest", v))
		}
	case Either, Writers:
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = digest(elem)
		}
		v.Elems = elems
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
