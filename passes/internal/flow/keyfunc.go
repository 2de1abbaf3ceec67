package flow

import (
	"go/token"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// Pin says what a keyfunc has made sure of about the algorithm when it returns a key.
type Pin int

const (
	// Unpinned: a way to the key tests nothing.
	Unpinned Pin = iota
	// DenyList: only the unsigned algorithm is refused.
	DenyList
	// PinUnseen: something out of view may have tested it.
	PinUnseen
	// Pinned: every way to the key has refused the other algorithms.
	Pinned
)

// Keyfunc is what the engine knows about a function that returns a key for a token.
type Keyfunc struct {
	Name    string
	Returns []KeyReturn // in source order
}

// KeyReturn is one place where a keyfunc returns a key without an error.
type KeyReturn struct {
	Pos    token.Pos
	Key    Value
	Family model.Family // by the key's static type; "" if that is an interface
	// Families lists the kinds of key that are put into an interface on the
	// way, sorted, as far as they are in view.
	Families []model.Family
	// Typed: the key carries its kind with it, so that it serves no other.
	Typed bool
	// NonEmpty: an empty key has been refused on the way, or is by the library.
	NonEmpty bool
	// Tested: a test of what the key was made from decides whether it is returned.
	Tested  bool
	Pin     Pin
	Allowed []string // names or families of the algorithms tested for on the way
	// Bound: the algorithm was given together with this one key, or is one that
	// the token does not choose, so that other keys beside it change nothing.
	Bound bool

	place string // of the key, in this package; see keyplace.go
}

// maxReturns bounds the ways of a keyfunc that are kept, the earliest ones.
const maxReturns = 32

// add notes one more way, unless one like it is there.
func (k *Keyfunc) add(r KeyReturn) {
	same := func(q KeyReturn) bool {
		return q.Pos == r.Pos && q.Pin == r.Pin && q.Family == r.Family && q.Key.same(r.Key)
	}
	if i := slices.IndexFunc(k.Returns, same); i >= 0 {
		if k.Returns[i].place != r.place {
			k.Returns[i].place = ""
		}
	} else if len(k.Returns) < maxReturns {
		k.Returns = append(k.Returns, r)
	}
}

// rewrite returns a copy whose keys have their Params replaced.
func (k *Keyfunc) rewrite(replace func(Value) Value) *Keyfunc {
	out := &Keyfunc{Name: k.Name}
	for _, r := range k.Returns {
		r.Key = r.Key.replaced(replace)
		out.Returns = append(out.Returns, r)
	}
	return out
}
