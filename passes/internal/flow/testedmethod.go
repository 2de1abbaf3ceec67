package flow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// testedMethod is an algorithm that goes with a key. One that the token names is
// as good as the tests that it has passed on the way to the call, or in the
// function that it comes from.
func (e *engine) testedMethod(operand ssa.Value, call *ssa.Call) Value {
	method := e.eval(operand, call.Pos())
	if !slices.ContainsFunc(method.Alternatives(), func(alt Value) bool { return alt.Kind == Claimed }) {
		return method
	}
	if slices.ContainsFunc(method.Alternatives(), Value.wasKept) {
		return unknown("algorithm that was kept in a field")
	}
	pin, allowed := e.pinAt(call.Block())
	if within, names := e.pinnedResult(operand); within > pin {
		pin, allowed = within, names
	}
	switch {
	case pin == PinUnseen || pin == Pinned && len(allowed) == 0:
		return unknown("algorithm that is tested on the way")
	case pin == Pinned:
		var names []Value
		for _, name := range allowed {
			names = append(names, Value{Kind: Method, Text: name})
		}
		return join(Either, names...)
	}
	return method
}

// keptMark in Names marks a Claimed that was kept in a field in between: who
// has kept it there may have tested it before.
const keptMark = "kept"

func kept(v Value) Value {
	if v.Kind == Claimed {
		v.Names = append(slices.Clip(v.Names), keptMark)
	}
	return v
}

func (v Value) wasKept() bool { return v.Kind == Claimed && slices.Contains(v.Names, keptMark) }

// pinnedResult is what a function of the package makes sure of before it returns
// the algorithm without an error.
func (e *engine) pinnedResult(v ssa.Value) (Pin, []string) {
	result, ok := v.(*ssa.Extract)
	for x := unwrap(v); !ok && x != nil; x = unwrap(x) {
		result, ok = x.(*ssa.Extract)
	}
	if !ok {
		return Unpinned, nil
	}
	call, ok := result.Tuple.(*ssa.Call)
	if !ok || e.source(call.Common().StaticCallee()) == nil {
		return Unpinned, nil
	}
	least, allowed, ways := Pinned, []string(nil), 0
	for _, way := range e.returns(e.source(call.Common().StaticCallee())) {
		if e.failing(way) {
			continue
		}
		pin, names := e.pinAt(way.block)
		least, allowed, ways = min(least, pin), append(allowed, names...), ways+1
	}
	if ways == 0 {
		return Unpinned, nil
	}
	return least, allowed
}
