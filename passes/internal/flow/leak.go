package flow

import (
	"go/constant"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// markTokens tells which of the texts that end in logs are verified as tokens
// elsewhere in the package: the same part of the request, or the same operand of
// a function.
func markTokens(uses []*SinkUse) {
	var tokens []Value
	for _, use := range uses {
		if use.Sink == VerifiesToken {
			tokens = append(tokens, use.Value.From...)
		}
	}
	for _, use := range uses {
		if use.Sink != std.Logs {
			continue
		}
		for i, leaf := range use.Value.From {
			if slices.ContainsFunc(tokens, leaf.same) && leaf.Kind != Claimed && leaf.Source != FromSigning {
				use.Value.From[i] = Value{Kind: Unknown, Source: FromVerification, Text: leaf.Text, Steps: leaf.Steps}
			}
		}
	}
}

// keepVerified notes the texts that are verified as tokens, those that are
// operands included.
func (e *engine) keepVerified(uses []*SinkUse) {
	for _, fn := range e.funcs {
		uses = append(uses, e.openSinks[fn]...)
	}
	for _, use := range uses {
		if use.Sink == VerifiesToken {
			e.verified = append(e.verified, use.Value.From...)
		}
	}
}

// loggedKeys are the operands of a logging call that are kept where a key is.
func (e *engine) loggedKeys(operands []ssa.Value, call ssa.CallInstruction) []Value {
	if len(e.keyPlaces) == 0 {
		return nil
	}
	var out []Value
	for _, v := range operands {
		if place := e.placeOf(v, 0); place != "" && e.keyPlaces[place] {
			out = append(out, Value{Kind: Unknown, Source: FromKey, Steps: []Step{{Pos: call.Pos(), Phrase: "the key is kept in " + place}}})
		}
	}
	return out
}

// keepPlace notes where a key is kept. A text in the source is no place: where
// it is printed, it is there for everybody to read already.
func (e *engine) keepPlace(place string) {
	if place != "" && !strings.HasPrefix(place, `"`) {
		e.keyPlaces[place] = true
	}
}

// surround notes what happens around a use: what the function does with a
// request, and for sinks that do as they are told whether the value is tested.
func (e *engine) surround(use *SinkUse) {
	fn := outermost(use.call.Parent())
	use.Tested = use.Tested || use.Sink.Obeys() && e.testedBefore(use.Value, use.call.Block())
	use.Upgrades = use.Upgrades || (use.Sink == VerifiesToken || use.Sink == ParsesToken) && (e.upgrades(fn) || forSockets(fn))
	use.Serves = use.Serves || e.serves(use.call.Parent())
}

// upgrades reports whether a function, with the literals in it, turns a request
// into a WebSocket.
func (e *engine) upgrades(fn *ssa.Function) bool {
	known, ok := e.upgrading[fn]
	if !ok {
		known = e.upgradesIn(fn)
		e.upgrading[fn] = known
	}
	return known
}

func (e *engine) upgradesIn(fn *ssa.Function) bool {
	for call := range ssax.Calls(fn) {
		if std.Upgrades(ssax.Callee(call.Common())) {
			return true
		}
	}
	return slices.ContainsFunc(fn.AnonFuncs, e.upgradesIn)
}

// forSockets reports whether a function, or the type that it is a method of, is named
// after connections that a browser opens without a header of its own: a middleware in
// front of them does not upgrade by itself, and the handler may be out of view.
func forSockets(fn *ssa.Function) bool {
	words := data.Words(fn.Name())
	if recv := fn.Signature.Recv(); recv != nil {
		if owner := web.NameOf(recv.Type()); owner != nil {
			words = append(words, data.Words(owner.Name())...)
		}
	}
	return slices.ContainsFunc(words, func(word string) bool {
		switch word {
		case "ws", "wss", "websocket", "websockets", "socket", "sockets":
			return true
		}
		return false
	})
}

// wholly lists the operands of a logging call, variadic ones each, without
// those of which only the beginning is written.
func wholly(operands []ssa.Value) []ssa.Value {
	var out []ssa.Value
	var short map[int]bool // the place in out
	for _, operand := range operands {
		values := ssax.Elements(operand)
		if values == nil {
			values = []ssa.Value{operand}
			if c, ok := operand.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
				short = shortened(constant.StringVal(c.Value), len(out)+1)
			}
		}
		out = append(out, values...)
	}
	for i := range out {
		if short[i] || cut(out[i]) {
			out[i] = nil
		}
	}
	return slices.DeleteFunc(out, func(v ssa.Value) bool { return v == nil })
}

// cut reports whether a value is the beginning of a text.
func cut(v ssa.Value) bool {
	for x := v; x != nil; x = unwrap(x) {
		if part, ok := x.(*ssa.Slice); ok && part.High != nil {
			_, short := part.High.(*ssa.Const)
			return short && isText(part.Type())
		}
	}
	return false
}

// verb matches what stands for an argument in a format of the package fmt, and what
// begins like one that names its argument or takes its width from another.
var verb = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%[-+# 0]*\d*(\.\d+)?\.?[A-Za-z%*[]`) })

// shortened tells which arguments of a format are written in part only, "%.8s"; they
// are counted from first. It is silent about formats that count them differently. A
// token has more than a hundred letters.
func shortened(format string, first int) map[int]bool {
	if !strings.Contains(format, "%") {
		return nil
	}
	out := make(map[int]bool)
	at := first
	for _, m := range verb().FindAllStringSubmatch(format, -1) {
		kind := m[0][len(m[0])-1]
		switch kind {
		case '%':
			continue
		case '*', '[':
			return nil
		}
		out[at] = m[1] != "" && len(m[1]) <= len(".99") && strings.IndexByte("sqvxX", kind) >= 0
		at++
	}
	return out
}
