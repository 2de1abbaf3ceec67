package flow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// alloc is what a local variable may hold: a struct by its fields, an array by
// its elements, anything else by the values stored.
func (e *engine) alloc(v *ssa.Alloc) Value {
	elem := v.Type().Underlying().(*types.Pointer).Elem()
	if claim, ok := ClaimedType(elem); ok && !isParsed(elem) {
		return Value{Kind: Claimed, Text: claim}
	}
	stored, escapes := e.storedIn(v)
	switch elem.Underlying().(type) {
	case *types.Array:
		if len(stored) > 0 {
			return join(Either, stored...)
		}
		return e.array(v)
	case *types.Struct:
		if len(stored) > 0 {
			return join(Either, stored...)
		}
		return e.structOf(v, elem)
	}
	if bound, ok := e.bound(v); ok {
		return bound
	}
	if read, ok := e.readInto(v); ok {
		return read
	}
	if from := e.decodedFrom(v); len(from.From) > 0 {
		return from
	}
	if escapes {
		stored = append(stored, unknown("set through a pointer"))
	}
	if len(stored) == 0 {
		return Value{Kind: Empty}
	}
	return join(Either, stored...)
}

// storedIn evaluates all whole stores to a local, those of closures that
// capture it included, and reports whether its address goes out of view.
func (e *engine) storedIn(addr ssa.Value) (vals []Value, escapes bool) {
	if addr.Referrers() == nil {
		return nil, true
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				vals = append(vals, e.eval(ref.Val, ref.Pos()))
			}
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, b := range ref.Bindings {
				if b == addr && i < len(fn.FreeVars) {
					more, esc := e.storedIn(fn.FreeVars[i])
					vals, escapes = append(vals, more...), escapes || esc
				}
			}
		case ssa.CallInstruction, *ssa.MakeInterface:
			escapes = true
		}
	}
	return vals, escapes
}

// bound looks for a flag or setting that is bound to the variable's address.
func (e *engine) bound(addr ssa.Value) (Value, bool) {
	for _, ref := range *addr.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		row := std.Of(ssax.Callee(call.Common()))
		if row == nil || row.Does != std.Binds {
			continue
		}
		_, args := ssax.Args(call.Common())
		return e.orDefault(e.eval(args[row.Arg], call.Pos())), true
	}
	return Value{}, false
}

// orDefault is a value from outside that falls back to def.
func (e *engine) orDefault(def Value) Value {
	outside := Value{Kind: Outside, Text: "configuration"}
	if def.Kind == Empty {
		return outside
	}
	v := join(Either, outside, def)
	v.Text = Fallback
	return v
}

// array is the backing of a slice literal or of variadic arguments.
func (e *engine) array(v *ssa.Alloc) Value {
	t := v.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if _, ok := t.Elem().Underlying().(*types.Basic); ok {
		if val := e.filled(v, int(t.Len())); val.Kind != Unknown {
			return val
		}
	}
	var elems []Value
	for _, ref := range *v.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for store := range ssax.StoresTo(addr) {
			elems = append(elems, e.eval(store.Val, addr.Pos()))
		}
	}
	return bytesOf(listOf(elems...), v.Pos())
}

// bytesOf is the text that a slice literal of constant bytes spells.
func bytesOf(list Value, pos token.Pos) Value {
	for _, elem := range list.Elems {
		if elem.Kind != Literal || elem.Index >= 0 {
			return list
		}
	}
	if len(list.Elems) == 0 {
		return list
	}
	return Value{Kind: Literal, Text: "bytes", Index: len(list.Elems), Steps: []Step{{Pos: pos, Phrase: "the bytes stand here"}}}
}

// headerMark in Names marks a Claimed that stands in the token's header.
const headerMark = "header"

// InHeader reports whether v is read from the header of a token, by name.
func (v Value) InHeader() bool { return v.Kind == Claimed && slices.Contains(v.Names, headerMark) }

// lookup is an element of a map: a header or claim by its name, else whatever
// the package puts into the map.
func (e *engine) lookup(v *ssa.Lookup, at token.Pos) Value {
	x := e.eval(v.X, at)
	if x.Kind == Claimed && x.InHeader() && x.Text != "header" {
		return x // A part of a header's value: header["jwk"]["n"].
	}
	if x.Kind == Claimed {
		key := e.eval(v.Index, at)
		if key.Kind == Literal {
			read := Value{Kind: Claimed, Text: key.Text}
			if x.Text == "header" {
				read.Names = []string{headerMark}
			}
			return read
		}
		return Value{Kind: Claimed, Text: x.Text}
	}
	if x.Source.Received() || len(x.From) > 0 {
		return named(x, e.eval(v.Index, at).Text, at)
	}
	return e.mapElement(v.X)
}
