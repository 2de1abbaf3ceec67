package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Kind says what is known about a Value.
type Kind int

const (
	// Unknown: the analysis cannot see it; Text says why.
	Unknown Kind = iota
	// Literal: text that stands in the source.
	Literal
	// Empty: nil, a zero value, "" or an empty list.
	Empty
	// Param: the Index-th operand of a function of this package, receiver first.
	Param
	// Outside: set by whoever runs the program: environment, file, flag; Text names it.
	Outside
	// Random: from a random source; Index is its length in bytes, 0 if unknown.
	Random
	// Weak: predictable or too short; Text says why.
	Weak
	// Embedded: a file that go:embed puts into the binary; Text is its name.
	Embedded
	// List: a slice of Elems.
	List
	// Spread: an element of a List that stands for all elements of Elems[0].
	Spread
	// Opt: an option of a parser; Option says which, Elems are its operands.
	Opt
	// Struct: fields Names with values Elems, the others zero.
	Struct
	// Function: a keyfunc; Keyfunc says what it does.
	Function
	// Key: an asymmetric key parsed or made from Elems[0]; Text is its family.
	Key
	// Claimed: read from a token; Text is the claim, "" if it is the whole.
	Claimed
	// Method: a signing method; Text is its "alg".
	Method
	// AcceptsNone: the library's marker that admits unsigned tokens.
	AcceptsNone
	// Either: one of Elems, depending on the way through the program.
	Either
	// Writers: one of Elems, which independent places store.
	Writers
)

// Value is what the engine knows about one Go value: a tree without pointers
// into the program, so that it can travel in a fact.
type Value struct {
	Kind    Kind
	Text    string
	Index   int
	Elems   []Value
	Names   []string
	Steps   []Step
	Option  *Option
	Keyfunc *Keyfunc
	// Source says what an Unknown is that comes from a request, or that has been
	// signed.
	Source Source
	// From lists what an Unknown was made from: the sources, claims and operands
	// in it, as leaves.
	From []Value

	// owner is the function whose operand a Param is. It is lost in facts,
	// where every Param belongs to the function that the fact is about.
	owner *ssa.Function
}

// Option is what an option of a parser does.
type Option struct {
	Name   string // "WithAudience"
	Does   model.Role
	Check  model.Claim
	Empty  model.Empty
	Absent bool // passes when the token lacks the claim
	// Family is the kind of key that a HandsKey is given, by its type; "" if open.
	Family model.Family
	// ByKey: a HandsKey holds a token to the algorithm that the key declares.
	ByKey bool
	// Alone: it is the one algorithm that verifies, whatever the key.
	Alone bool
	// Default: nobody has given the option; it is what the library does without.
	Default bool
}

// Step is one place that a value passes on its way, with the phrase that tells it.
type Step struct {
	Pos    token.Pos // in this package; NoPos in a fact
	Phrase string
	Place  string // file and line, of a step in another package

	told bool // the phrase names the place, in another package
}

// Told reports whether the phrase names a place in another package, and Pos
// only where that comes into view.
func (s Step) Told() bool { return s.told }

// Fallback is the Text of an Either that stands for "the first one that is set".
const Fallback = "fallback"

// unknown returns a Value of which nothing can be said, because of why.
func unknown(why string) Value { return Value{Kind: Unknown, Text: why} }

// elsewhere stands for a value that other code may set, though nothing in view does.
func elsewhere(why string) Value { return Value{Kind: Unknown, Text: why, Index: 1} }

// Elsewhere reports whether v only stands for the possibility that other code
// sets the variable, field or element.
func Elsewhere(v Value) bool { return v.Kind == Unknown && v.Index == 1 }

// via returns v with one more step at its end; a join's members get it each.
func (v Value) via(pos token.Pos, phrase string) Value {
	switch v.Kind {
	case Either, Writers:
		elems := make([]Value, len(v.Elems))
		for i, e := range v.Elems {
			elems[i] = e.via(pos, phrase)
		}
		v.Elems = elems
		return v
	}
	if len(v.Steps) < maxSteps {
		steps := make([]Step, len(v.Steps)+1) // Few get more of them: append would leave room.
		copy(steps, v.Steps)
		steps[len(v.Steps)] = Step{Pos: pos, Phrase: phrase}
		v.Steps = steps
	}
	return v
}

// reportedMark in Names marks a Literal that another package reports.
const reportedMark = "reported"

// reported returns v with its literals marked as another package's affair.
func (v Value) reported() Value {
	if v.Kind == Literal {
		v.Names = append(slices.Clip(v.Names), reportedMark)
	}
	elems := make([]Value, len(v.Elems))
	for i, elem := range v.Elems {
		elems[i] = elem.reported()
	}
	if len(elems) > 0 {
		v.Elems = elems
	}
	return v
}

// Reported reports whether v is a text that the package which declares it
// reports itself.
func (v Value) Reported() bool { return v.Kind == Literal && slices.Contains(v.Names, reportedMark) }

// maxSteps bounds the steps told of one value; longer flows keep their start.
const maxSteps = 8

// maxElems bounds the members of a join; a larger one becomes Unknown in part.
const maxElems = 24

// join returns one Value for several possible ones, flattened and without repetition.
func join(kind Kind, vals ...Value) Value {
	j := joining{most: len(vals)}
	text := ""
	for i := range vals {
		v := &vals[i]
		switch {
		case (v.Kind == Either || v.Kind == Writers) && len(v.Elems) == 0:
			// No value at all is none of several.
		case v.Kind == kind || v.Kind == Either && kind == Writers && len(vals) == 1:
			if v.Text != "" {
				text = v.Text
			}
			j.most = max(j.most, len(v.Elems))
			for k := range v.Elems {
				j.add(&v.Elems[k])
			}
		default:
			j.add(v)
		}
	}
	switch {
	case len(j.out) == 0:
		return Value{Kind: Either}
	case len(j.out) == 1:
		return j.out[0]
	case len(j.out) > maxElems:
		j.out[maxElems] = unknown("too many possible values")
	}
	return Value{Kind: kind, Text: text, Elems: j.out}
}

// joining collects the members of a join. One more than there may be tells
// that there are too many.
type joining struct {
	out  []Value
	most int // as many as there are likely to be
}

func (j *joining) add(v *Value) {
	if len(j.out) > maxElems {
		return
	}
	for i := range j.out {
		if j.out[i].sameAs(v) {
			return
		}
	}
	if j.out == nil {
		j.out = make([]Value, 0, min(j.most, maxElems+1))
	}
	j.out = append(j.out, *v)
}

// same reports whether two values say the same, whatever way they took,
// except that literals of different places are two.
func (v Value) same(w Value) bool { return v.sameAs(&w) }

// sameAs is same without copies, which joins would make of each pair.
func (v *Value) sameAs(w *Value) bool {
	if v.Kind != w.Kind || v.Text != w.Text || v.Index != w.Index || v.owner != w.owner ||
		len(v.Elems) != len(w.Elems) || len(v.From) != len(w.From) || v.Keyfunc != w.Keyfunc || v.Source != w.Source {
		return false
	}
	if v.Kind == Literal && len(v.Steps) > 0 && len(w.Steps) > 0 && v.Steps[0].Pos != w.Steps[0].Pos {
		return false
	}
	if v.Option != nil && w.Option != nil && *v.Option != *w.Option {
		return false
	}
	return slices.Equal(v.Names, w.Names) && sameEach(v.Elems, w.Elems) && sameEach(v.From, w.From)
}

// sameEach is same for lists of one length.
func sameEach(v, w []Value) bool {
	for i := range v {
		if !v[i].sameAs(&w[i]) {
			return false
		}
	}
	return true
}

// maxSize bounds the nodes of a value. Programs that people write stay far below;
// mutual recursion over many joins would otherwise multiply them.
const maxSize = 400

// listOf returns the list of the elements; a Spread of a list in view is replaced by that list's elements.
func listOf(elems ...Value) Value {
	var out []Value
	for _, e := range elems {
		if e.Kind != Spread {
			out = append(out, e)
			continue
		}
		switch inner := e.Elems[0]; inner.Kind {
		case List:
			out = append(out, inner.Elems...)
		case Empty:
		default:
			out = append(out, e)
		}
	}
	return Value{Kind: List, Elems: out}
}
