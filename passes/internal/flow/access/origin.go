package access

import (
	"math/bits"
	"strconv"
	"strings"
)

// Source tells what a value of a function is computed from.
type Source int

const (
	// Operand: one of the function's own operands, or a field of it.
	Operand Source = iota + 1
	// ID: a parameter of the request; by default only those of the path count.
	ID
	// Identity: who the caller is, out of the verified token.
	Identity
	// Role: what the caller may do, out of the verified token.
	Role
	// Stored: a record that the program keeps in its memory. Two things that are
	// compared with one record have met; it means nothing outside its function.
	Stored
	// Value: what is under a key of the request's context, when nothing in view
	// has put it there.
	Value
)

// Place is the part of a request that an ID comes from.
type Place string

// Places, as the option -jwtsub.from spells them.
const (
	Path    Place = "path"
	Query   Place = "query"
	Body    Place = "body"
	Message Place = "message"
)

// Origin is one thing that a value is computed from.
type Origin struct {
	Source Source
	Index  int    // Operand: which, the receiver first
	Field  string // Operand: the field that is read, "ID" or "User.ID"; "" for all of it
	Name   string // ID, Value: the name of the parameter or key, "" if it is not a constant
	From   Place  // ID

	scope int // ID: which of a function's literals reads it; 0 in facts
}

// whole stands in Field for the record itself: what it was found by, without
// what is in its fields.
const whole = "."

// tellsRank reports whether an origin is the caller, or what the caller may do.
func (o Origin) tellsRank() bool { return o.Source == Role || o.Source == Identity }

// String returns the origin as facts' text has it.
func (o Origin) String() string {
	switch o.Source {
	case Operand:
		s := "operand " + strconv.Itoa(o.Index)
		if o.Field != "" {
			s += "." + o.Field
		}
		return s
	case ID:
		return string(o.From) + " " + o.Name
	case Identity:
		return "identity"
	case Role:
		return "role"
	case Stored:
		return "stored"
	case Value:
		return "value " + o.Name
	}
	return "nothing"
}

func compareOrigins(a, b Origin) int {
	if a.Source != b.Source {
		return int(a.Source) - int(b.Source)
	}
	if a.Index != b.Index {
		return a.Index - b.Index
	}
	if c := strings.Compare(a.Field, b.Field); c != 0 {
		return c
	}
	if c := strings.Compare(a.Name, b.Name); c != 0 {
		return c
	}
	return strings.Compare(string(a.From), string(b.From))
}

// set is a set of origins of one unit, by their number in its table. Origins
// past the last number are left out, which can hide a finding, not make one:
// identities and operands are numbered first.
type set [4]uint64

const setSize = 4 * 64

func (s set) with(i int) set {
	if i >= 0 && i < setSize {
		s[i/64] |= 1 << (i % 64)
	}
	return s
}

func (s set) has(i int) bool {
	return i >= 0 && i < setSize && s[i/64]&(1<<(i%64)) != 0
}

func (s set) or(t set) set {
	for i := range s {
		s[i] |= t[i]
	}
	return s
}

func (s set) and(t set) set {
	for i := range s {
		s[i] &= t[i]
	}
	return s
}

func (s set) minus(t set) set {
	for i := range s {
		s[i] &^= t[i]
	}
	return s
}

func (s set) empty() bool { return s == set{} }

// members calls f for each number in the set, in order.
func (s set) members(f func(i int)) {
	for w, word := range s {
		for word != 0 {
			f(w*64 + bits.TrailingZeros64(word))
			word &= word - 1
		}
	}
}
