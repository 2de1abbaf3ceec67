package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// portable makes a value fit for a fact of fn: Params are fn's own or
// Unknown, places are told in words.
func (e *engine) portable(v Value, fn *ssa.Function) Value {
	if left := maxNodes; !v.fits(&left) {
		return unknown("too large")
	}
	return e.strip(v, fn)
}

func (e *engine) strip(v Value, fn *ssa.Function) Value {
	if v.Kind == Param {
		if v.owner != fn || fn == nil {
			return unknown("operand of another function")
		}
		v.owner = nil
	}
	v.Steps = e.portableSteps(v.Steps)
	v.From = e.stripped(v.From, fn)
	if len(v.Elems) > 0 {
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = e.strip(elem, fn)
		}
		v.Elems = elems
	}
	if v.Keyfunc != nil {
		v.Keyfunc = v.Keyfunc.rewriteAll(func(k Value) Value { return e.strip(k, fn) }, e)
	}
	return v
}

// stripped makes leaves fit for a fact of fn, without other functions' operands.
func (e *engine) stripped(from []Value, fn *ssa.Function) []Value {
	var out []Value
	for _, leaf := range from {
		if leaf.Kind != Param || leaf.owner == fn {
			out = append(out, e.strip(leaf, fn))
		}
	}
	return out
}

// rewriteAll returns a copy for a fact: keys changed by f, places dropped.
func (k *Keyfunc) rewriteAll(f func(Value) Value, e *engine) *Keyfunc {
	out := &Keyfunc{Name: e.pass.Pkg.Name() + "." + k.Name}
	if e.pass.Pkg.Name() == "" || k.Name == "the function literal" {
		out.Name = k.Name
	}
	for _, r := range k.Returns {
		r.Key, r.Pos, r.place = f(r.Key), token.NoPos, ""
		out.Returns = append(out.Returns, r)
	}
	return out
}

// portableSteps tells the places of steps in words; those that come from
// another fact are told already.
func (e *engine) portableSteps(steps []Step) []Step {
	var out []Step
	for _, s := range steps {
		if s.Pos.IsValid() && !s.told {
			place := e.position(s.Pos)
			s = Step{Phrase: s.Phrase + " (" + place + ")", Place: place}
		}
		s.Pos, s.told = token.NoPos, false
		out = append(out, s)
	}
	return out
}

// placed returns an imported value with its steps standing where this package
// gets it.
func placed(v Value, pos token.Pos) Value {
	v.Steps = placedSteps(v.Steps, pos)
	if len(v.From) > 0 {
		from := make([]Value, len(v.From))
		for i, leaf := range v.From {
			from[i] = placed(leaf, pos)
		}
		v.From = from
	}
	if len(v.Elems) > 0 {
		elems := make([]Value, len(v.Elems))
		for i, elem := range v.Elems {
			elems[i] = placed(elem, pos)
		}
		v.Elems = elems
	}
	if v.Keyfunc != nil {
		k := *v.Keyfunc
		k.Returns = make([]KeyReturn, len(v.Keyfunc.Returns))
		for i, r := range v.Keyfunc.Returns {
			r.Key = placed(r.Key, pos)
			k.Returns[i] = r
		}
		v.Keyfunc = &k
	}
	return v
}

func placedSteps(steps []Step, pos token.Pos) []Step {
	out := make([]Step, len(steps))
	for i, s := range steps {
		if !s.Pos.IsValid() {
			s.Pos, s.told = pos, true
		}
		out[i] = s
	}
	return out
}
