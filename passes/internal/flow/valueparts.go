package flow

import (
	"slices"
)

// Alternatives returns the members of a join, nested ones included, or v itself.
func (v Value) Alternatives() []Value {
	if v.Kind != Either && v.Kind != Writers {
		return []Value{v}
	}
	var out []Value
	for _, e := range v.Elems {
		out = append(out, e.Alternatives()...)
	}
	return out
}

// Has reports whether v or a part of it satisfies pred.
func (v Value) Has(pred func(Value) bool) bool {
	if pred(v) {
		return true
	}
	if v.Keyfunc != nil {
		for _, r := range v.Keyfunc.Returns {
			if r.Key.Has(pred) {
				return true
			}
		}
	}
	return slices.ContainsFunc(v.Elems, func(e Value) bool { return e.Has(pred) })
}

// Field returns the value of a struct's field, Empty if nothing sets it.
func (v Value) Field(name string) Value {
	if v.Kind != Struct {
		return unknown("not a struct in view")
	}
	for i, n := range v.Names {
		if n == name {
			return v.Elems[i]
		}
	}
	return Value{Kind: Empty}
}

// bounded returns v, or Unknown in its place if it is too large.
func (v Value) bounded() Value {
	if left := maxSize; !v.fits(&left) {
		return unknown("too many possible values")
	}
	return v
}

// fits reports whether v has no more nodes than left, and takes them from it.
func (v Value) fits(left *int) bool {
	*left--
	if *left < 0 {
		return false
	}
	for _, elem := range v.Elems {
		if !elem.fits(left) {
			return false
		}
	}
	if v.Keyfunc != nil {
		for _, r := range v.Keyfunc.Returns {
			if !r.Key.fits(left) {
				return false
			}
		}
	}
	return true
}

// rewrite returns v with every Param replaced by what replace returns for it.
func (v Value) rewrite(replace func(Value) Value) Value {
	return v.replaced(replace).bounded()
}

func (v Value) replaced(replace func(Value) Value) Value {
	if v.Kind == Param {
		return replace(v)
	}
	if !v.depends() {
		return v
	}
	v.From = refilled(v.From, replace)
	if len(v.Elems) > 0 {
		elems := make([]Value, len(v.Elems))
		for i, e := range v.Elems {
			elems[i] = e.replaced(replace)
		}
		v.Elems = elems
		if v.Kind == Either || v.Kind == Writers {
			text := v.Text
			steps := v.Steps
			v = join(v.Kind, elems...)
			if v.Kind == Either || v.Kind == Writers {
				v.Text, v.Steps = text, steps
			}
		}
	}
	if v.Keyfunc != nil {
		v.Keyfunc = v.Keyfunc.rewrite(replace)
	}
	if v.Kind == List {
		return listOf(v.Elems...)
	}
	return v
}
