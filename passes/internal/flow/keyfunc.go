package flow

import (
	"go/token"

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
	Pos     token.Pos
	Key     Value
	Family  model.Family // by the key's static type; "" if that is an interface
	Pin     Pin
	Allowed []string // names or families of the algorithms tested for on the way
}

// rewrite returns a copy whose keys have their Params replaced.
func (k *Keyfunc) rewrite(replace func(Value) Value) *Keyfunc {
	out := &Keyfunc{Name: k.Name}
	for _, r := range k.Returns {
		r.Key = r.Key.rewrite(replace)
		out.Returns = append(out.Returns, r)
	}
	return out
}
