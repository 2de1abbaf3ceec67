package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// eval returns what v may be. Addresses are looked through: the Value of a
// pointer is that of what it points to. at is where v is used, to find the
// source text of a constant.
func (e *engine) eval(v ssa.Value, at token.Pos) Value {
	if c, ok := v.(*ssa.Const); ok {
		return e.constant(c, at)
	}
	return remember(e, valueOf, e.values, v, Value{Kind: Either}, func() Value { return e.evalNew(v, at).bounded() })
}

// topic is what a question is about; one function can be asked for its value,
// its results and what it does as a keyfunc.
type topic int

const (
	valueOf topic = iota
	fieldOf
	resultsOf
	keyfuncOf
	numberOf
)

// question is one thing that the engine computes.
type question struct {
	topic topic
	of    any
}

// remember computes the answer to a question once. A recursion, as a
// loop or two functions that call each other make it, is cut: it adds nothing to the
// answers found on the other ways. An answer found while one was cut may
// lack what only the outer question sees, so it is kept until that is
// answered and no longer.
func remember[K comparable, V any](e *engine, asked topic, known map[K]V, of K, cut V, compute func() V) V {
	key := question{asked, of}
	if val, ok := known[of]; ok {
		return val
	}
	if val, ok := e.partial[key]; ok {
		e.cyclic++
		return val.(V)
	}
	if e.active[key] {
		e.cyclic++
		return cut
	}
	e.active[key] = true
	before := e.cyclic
	val := compute()
	delete(e.active, key)
	switch {
	case len(e.active) == 0:
		clear(e.partial)
		known[of] = val
	case e.cyclic == before:
		known[of] = val
	default:
		e.partial[key] = val
	}
	return val
}

// evalNew is eval without memory: one case for each kind of SSA value.
func (e *engine) evalNew(v ssa.Value, at token.Pos) Value {
	m, named := v.(ssa.Member)
	foreign := named && m.Package() != e.pkg // Declared elsewhere: it is here that it is used.
	if pos := v.Pos(); pos.IsValid() && !foreign {
		at = pos
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return e.parameter(v)
	case *ssa.FreeVar:
		return e.freeVar(v)
	case *ssa.Phi:
		return e.phi(v)
	case *ssa.Alloc:
		return e.alloc(v)
	case *ssa.Global:
		return e.global(v, at)
	case *ssa.UnOp:
		return e.unary(v, at)
	case *ssa.FieldAddr:
		return e.field(v.X, v.Field, v)
	case *ssa.Field:
		return e.field(v.X, v.Field, v)
	case *ssa.IndexAddr:
		return element(e.eval(v.X, at))
	case *ssa.Index:
		return element(e.eval(v.X, at))
	case *ssa.Lookup:
		return e.lookup(v, at)
	case *ssa.Extract:
		return e.extract(v, at)
	case *ssa.Call:
		return e.call(v, 0)
	case *ssa.BinOp:
		return e.binary(v, at)
	case *ssa.MakeSlice:
		return e.makeSlice(v)
	case *ssa.Function, *ssa.MakeClosure:
		return e.function(v, at)
	}
	if x := unwrap(v); x != nil {
		return e.eval(x, at)
	}
	return unknown("not followed")
}

// unwrap returns the operand of an instruction that changes a value's type and
// not its content, or nil.
func unwrap(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Convert:
		return v.X
	case *ssa.MultiConvert:
		return v.X
	case *ssa.ChangeType:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.TypeAssert:
		return v.X
	case *ssa.Slice:
		return v.X
	case *ssa.SliceToArrayPointer:
		return v.X
	}
	return nil
}

func (e *engine) constant(c *ssa.Const, at token.Pos) Value {
	if acceptsNone(c.Type()) {
		return Value{Kind: AcceptsNone, Steps: []Step{{Pos: at, Phrase: "the marker that admits unsigned tokens"}}}
	}
	if c.Value == nil {
		return Value{Kind: Empty}
	}
	if c.Value.Kind() != constant.String {
		return Value{Kind: Literal, Text: c.Value.ExactString(), Index: -1}
	}
	text := constant.StringVal(c.Value)
	if text == "" {
		return Value{Kind: Empty}
	}
	lit := e.literalAt(text, at)
	v := Value{Kind: Literal, Text: clip(text), Index: len(text), Steps: []Step{{Pos: lit.pos, Phrase: lit.phrase}}}
	if publicKeys(text) {
		v.Names = []string{publicMark}
	}
	if lit.declared == nil {
		return v
	}
	e.origins[lit.pos] = lit.declared
	fact := new(ValueFact)
	if lit.declared.Pkg() != e.pass.Pkg && e.pass.ImportObjectFact(lit.declared, fact) && fact.Reported {
		return v.reported()
	}
	return v
}

// clip keeps as much of a literal as rules look at: enough to know a PEM block
// or a method's name, too little to carry a secret into a fact or a message.
func clip(text string) string {
	const most = 40
	if len(text) > most {
		return text[:most]
	}
	return text
}

// acceptsNone reports whether t is the type of a library's marker for unsigned tokens.
func acceptsNone(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	lib := jwt.LibraryOf(named.Obj().Pkg().Path())
	if lib == nil {
		return false
	}
	for _, row := range lib.Vars {
		if !row.AcceptsNone {
			continue
		}
		obj := named.Obj().Pkg().Scope().Lookup(row.Name)
		if obj != nil && types.Identical(obj.Type(), t) {
			return true
		}
	}
	return false
}
