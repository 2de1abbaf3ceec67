package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

const (
	// VerifiesToken: the operand is the text of a token that is verified.
	VerifiesToken std.Sink = "verification"
	// ParsesToken: the operand is the text of a token that is parsed and not verified.
	ParsesToken std.Sink = "unverified parse"
	// Redirects: the operand is an address that the client is sent to.
	Redirects std.Sink = "redirect"
)

// SinkUse is a value that ends in a sink.
type SinkUse struct {
	Pos, End token.Pos
	Sink     std.Sink
	Name     string // of the function that is the sink: "os.ReadFile"
	Value    Value  // Leaves tells what went in
	Steps    []Step // from a wrapper's call to the sink
	// Tested: a test of what goes in decides whether the way leads to the sink,
	// one that does as it is told.
	Tested bool
	// Printed: the log is the program's own output.
	Printed bool
	// Serves: the function around the sink is given a request, or is called by
	// one that is.
	Serves bool
	// Upgrades: the function around the sink, or one that calls it, turns the
	// request into a WebSocket.
	Upgrades bool
	// Cookie is what is set of a cookie beside its value.
	Cookie Cookie

	call ssa.CallInstruction
}

// sinksAt returns the operands of a call that end in a sink, as far as they
// come from a source, a token, or an operand of the function around it.
func (e *engine) sinksAt(call ssa.CallInstruction) []*SinkUse {
	common := call.Common()
	fn := ssax.Callee(common)
	if row := e.row(fn); row != nil {
		switch row.Does {
		case model.Verifies:
			if keyless(call, row) || e.unsigned(call, row) {
				return e.sinkUse(call, ParsesToken, e.tokenText(call, row))
			}
			return e.sinkUse(call, VerifiesToken, e.tokenText(call, row))
		case model.ParsesUnverified:
			return e.sinkUse(call, ParsesToken, e.tokenText(call, row))
		}
		return nil
	}
	if uses := e.addressAt(call); uses != nil {
		return uses
	}
	if row := std.SinkOf(fn); row != nil {
		_, args := ssax.Args(common)
		to := len(args)
		if row.To != 0 {
			to = min(row.To, to)
		}
		uses := e.sinkUse(call, row.Sink, args[min(row.From, to):to]...)
		for _, use := range uses {
			use.Printed = row.Path == "fmt"
		}
		return uses
	}
	if row := e.models.Web(fn); row != nil {
		return e.webSinks(row, call)
	}
	return e.factSinks(call)
}

// tokenText is the operand that is the text of a token. Where it is a token that
// has been parsed before, it is the text that was parsed then.
func (e *engine) tokenText(call ssa.CallInstruction, row *model.Func) ssa.Value {
	v := OperandAt(call.Common(), row.Token)
	if v == nil {
		return nil
	}
	made, ok := tupleOf(v).(*ssa.Call)
	if !ok {
		return v
	}
	if parses := e.row(ssax.Callee(made.Common())); parses != nil && parses.Does == model.BuildsParser && parses.Token != model.None {
		return OperandAt(made.Common(), parses.Token)
	}
	return v
}

// keyless reports whether a call has no key to verify with, so that it only parses.
func keyless(call ssa.CallInstruction, row *model.Func) bool {
	key := OperandAt(call.Common(), row.Key)
	return key != nil && isNil(key)
}

// unsigned reports whether the options of a verifying call hand no key over and
// switch the signature off, or the library minds it only beside a key, so that
// the call only parses.
func (e *engine) unsigned(call ssa.CallInstruction, row *model.Func) bool {
	if row.Does != model.Verifies || row.Options == model.None || e.models.Func(ssax.Callee(call.Common())) != nil {
		return false
	}
	lib := jwt.LibraryOf(ssax.Callee(call.Common()).Pkg().Path())
	if lib == nil || !takesKeyOptions(lib) {
		return false
	}
	options := e.optionsAt(row, call, lib)
	always, besideKey := signatureOff(options)
	return always && !besideKey || lib.KeyOnRequest && keyAmong(options).Kind == Empty
}

// webSinks are the operands of a framework's function that leave the program.
func (e *engine) webSinks(row *web.Func, call ssa.CallInstruction) []*SinkUse {
	switch {
	case row.Redirects():
		_, args := ssax.Args(call.Common())
		return e.sinkUse(call, Redirects, texts(args)...)
	case row.Does == web.SetsCookie:
		return e.cookieAt(row, call)
	}
	return nil
}

// texts are the operands that are text.
func texts(args []ssa.Value) []ssa.Value {
	return slices.DeleteFunc(slices.Clone(args), func(v ssa.Value) bool { return !isText(v.Type()) })
}

// sinkUse is the use of a call's operands together, none if nothing of
// interest goes in.
func (e *engine) sinkUse(call ssa.CallInstruction, sink std.Sink, operands ...ssa.Value) []*SinkUse {
	if sink == std.Logs {
		operands = wholly(operands)
	}
	var parts []Value
	for _, v := range operands {
		if v != nil {
			parts = append(parts, e.eval(v, call.Pos()))
		}
	}
	if sink == std.Logs {
		parts = append(parts, e.loggedKeys(operands, call)...)
	}
	return e.sinkOf(call, sink, parts...)
}

// sinkOf is the use of values together by a call, none if nothing of interest
// is in them.
func (e *engine) sinkOf(call ssa.CallInstruction, sink std.Sink, parts ...Value) []*SinkUse {
	value := computed(string(sink), parts...)
	if len(value.From) == 0 {
		return nil
	}
	use := &SinkUse{Sink: sink, Name: calleeName(ssax.Callee(call.Common())), Value: value, call: call}
	use.Pos, use.End = e.span(call)
	e.surround(use)
	return []*SinkUse{use}
}

// factSinks are the operands that another package's function hands to a sink.
func (e *engine) factSinks(call ssa.CallInstruction) []*SinkUse {
	fn := ssax.Callee(call.Common())
	fact := e.fact(fn)
	if fact == nil {
		return nil
	}
	var out []*SinkUse
	for i := range fact.Sinks {
		use := fact.Sinks[i]
		use.call = call
		use.Pos, use.End = e.span(call)
		use.Value = placed(e.instantiate(use.Value, nil, call), use.Pos)
		use.Steps = append([]Step{{Pos: use.Pos, Phrase: calleeName(fn) + " hands it on"}}, placedSteps(use.Steps, use.Pos)...)
		if len(use.Value.From) > 0 {
			e.surround(&use)
			out = append(out, &use)
		}
	}
	return out
}

// handOver is an operand of a function that ends in a sink; one way there is
// enough.
type handOver struct {
	owner *ssa.Function
	index int
	sink  std.Sink
}

// completeSinks follows uses that depend on a function's operands to its
// calls, like completeKeys, and keeps them for the function's fact.
func (e *engine) completeSinks(open []*SinkUse) []*SinkUse {
	var done []*SinkUse
	seen := make(map[handOver]bool)
	for len(open) > 0 {
		var next []*SinkUse
		for _, use := range open {
			if slices.ContainsFunc(use.Value.From, func(v Value) bool { return v.Kind != Param }) {
				done = append(done, use)
			}
			for _, leaf := range use.Value.From {
				over := handOver{leaf.owner, leaf.Index, use.Sink}
				if leaf.Kind == Param && leaf.owner != nil && !seen[over] {
					seen[over] = true
					next = append(next, e.sinkAtCallers(use, leaf)...)
				}
			}
		}
		open = next
	}
	return done
}

// sinkAtCallers is a use of a function's operand as each call of the function
// completes it.
func (e *engine) sinkAtCallers(use *SinkUse, operand Value) []*SinkUse {
	owner := operand.owner
	kept := *use
	kept.Value = computed(string(use.Sink), operand)
	e.openSinks[owner] = append(e.openSinks[owner], &kept)
	var out []*SinkUse
	for _, call := range e.callersOf(owner) {
		c := kept
		c.Value = e.instantiate(kept.Value, owner, call)
		if use.Sink == SetsCookie { // What is missing is missing there, whoever calls.
			c.Steps = append([]Step{{Pos: call.Pos(), Phrase: "called with the token here"}}, use.Steps...)
		} else {
			c.Steps = append([]Step{{Pos: use.Pos, Phrase: use.Name + " is given it here"}}, use.Steps...)
			c.Pos, c.End = e.span(call)
		}
		c.call = call
		if len(c.Value.From) > 0 {
			e.surround(&c)
			out = append(out, &c)
		}
	}
	return out
}
