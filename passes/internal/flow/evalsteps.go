package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// parameter: a token or claims is known by its type; anything else depends on
// the calls.
func (e *engine) parameter(v *ssa.Parameter) Value {
	if claim, ok := ClaimedType(v.Type()); ok {
		return Value{Kind: Claimed, Text: claim}
	}
	if e.header(v) {
		return Value{Kind: Claimed, Text: "header"}
	}
	for i, p := range v.Parent().Params {
		if p == v {
			return Value{Kind: Param, Index: i, owner: v.Parent()}
		}
	}
	return unknown("parameter")
}

// freeVar is what the enclosing function binds.
func (e *engine) freeVar(v *ssa.FreeVar) Value {
	var vals []Value
	for _, captured := range e.captured(v) {
		vals = append(vals, e.eval(captured, captured.Pos()))
	}
	if len(vals) == 0 {
		return unknown("captured variable")
	}
	return join(Either, vals...)
}

// captured returns what enclosing functions bind to a closure's variable.
func (e *engine) captured(v *ssa.FreeVar) []ssa.Value {
	var out []ssa.Value
	for _, mc := range e.closures[v.Parent()] {
		for i, fv := range v.Parent().FreeVars {
			if fv == v {
				out = append(out, mc.Bindings[i])
			}
		}
	}
	return out
}

func (e *engine) phi(v *ssa.Phi) Value {
	vals := make([]Value, 0, len(v.Edges))
	for _, edge := range v.Edges {
		vals = append(vals, e.eval(edge, v.Pos()))
	}
	return join(Either, vals...)
}

func (e *engine) unary(v *ssa.UnOp, at token.Pos) Value {
	switch v.Op {
	case token.MUL:
		return e.eval(v.X, at)
	case token.ARROW:
		return unknown("received from a channel")
	}
	return unknown("computed")
}

// binary follows the concatenation of texts: a literal if both sides are, and
// as unknown as its most unknown part. A sum of numbers holds no text any more.
func (e *engine) binary(v *ssa.BinOp, at token.Pos) Value {
	if sum, ok := v.Type().Underlying().(*types.Basic); v.Op != token.ADD || ok && sum.Info()&types.IsNumeric != 0 {
		return unknown("computed")
	}
	x, y := e.eval(v.X, at), e.eval(v.Y, at)
	switch {
	case x.Kind == Empty:
		return y
	case y.Kind == Empty:
		return x
	case x.Kind == Literal && y.Kind == Literal:
		x.Text, x.Index = clip(x.Text+y.Text), x.Index+y.Index
		return x
	case x.Kind == Param && y.Kind == Literal:
		return x
	case x.Kind == Literal && y.Kind == Param:
		return y
	}
	if beginsFragment(v.X) || beginsFragment(v.Y) {
		return unknown("fragment of an address")
	}
	return computed("concatenated", x, y)
}

// element is what a list's elements may be.
func element(list Value) Value {
	switch list.Kind {
	case List:
		var vals []Value
		for _, elem := range list.Elems {
			if elem.Kind == Spread {
				elem = element(elem.Elems[0])
			}
			vals = append(vals, elem)
		}
		return join(Either, vals...)
	case Either, Writers:
		var vals []Value
		for _, alt := range list.Elems {
			vals = append(vals, element(alt))
		}
		return join(list.Kind, vals...)
	case Claimed:
		return list
	}
	return computed("element of a list", list)
}

// extract is one result of a call, or the value of a comma-ok form.
func (e *engine) extract(v *ssa.Extract, at token.Pos) Value {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return e.call(t, v.Index)
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return e.eval(t.X, at)
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return e.lookup(t, at)
		}
	case *ssa.Next:
		return e.next(t, v.Index)
	}
	return unknown("computed")
}

// next is a key or value of a range over a map.
func (e *engine) next(v *ssa.Next, index int) Value {
	if r, ok := v.Iter.(*ssa.Range); ok && index == 2 {
		return e.mapElement(r.X)
	}
	return unknown("key of a map")
}

// makeSlice is a buffer: what fills it decides.
func (e *engine) makeSlice(v *ssa.MakeSlice) Value {
	size := 0
	if c, ok := v.Len.(*ssa.Const); ok {
		size = int(c.Int64())
		if size == 0 {
			return Value{Kind: List}
		}
	}
	return e.filled(v, size)
}
