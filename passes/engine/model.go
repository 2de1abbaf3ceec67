package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Model is what a project says about one of its packages.
type Model struct {
	// Package is the import path. No pattern: a row is about one package.
	Package string `yaml:"package" json:"package"`
	// Funcs are the functions and methods that have to do with tokens, requests
	// or who is calling.
	Funcs []Func `yaml:"funcs,omitempty" json:"funcs,omitempty"`
	// Types are the types that handlers are written with.
	Types []Type `yaml:"types,omitempty" json:"types,omitempty"`
	// Public lists the types of records that belong to nobody, so that anyone
	// may have them by their ID.
	Public []string `yaml:"public,omitempty" json:"public,omitempty"`
}

// Func is the row of a function or method. Beside its name and what it does, a
// row has the fields that its role takes, see [Roles].
type Func struct {
	// Recv is the name of the receiver's type, an interface perhaps; without it
	// the row is about a function. A method stands where it is declared: for a
	// promoted one, name the embedded type.
	Recv string `yaml:"recv,omitempty" json:"recv,omitempty"`
	Name string `yaml:"name" json:"name"`
	Does Role   `yaml:"does" json:"does"`

	// Token is where the token goes in, as text or as a request.
	Token Position `yaml:"token,omitempty" json:"token,omitempty"`
	// Key is a key or a keyfunc; of what is read from a request or context, its
	// name; of returns-key, the result that holds the key, the first one without it.
	Key Position `yaml:"key,omitempty" json:"key,omitempty"`
	// Claims is where the claims are, or what they are decoded to; of verifies, also a result.
	// The receiver without it, where the role is about claims.
	Claims Position `yaml:"claims,omitempty" json:"claims,omitempty"`
	// Options are variadic options, or a parser that has taken them.
	Options Position `yaml:"options,omitempty" json:"options,omitempty"`
	// Method is a signing method or the list of their names; of registers and groups, the HTTP method.
	Method Position `yaml:"method,omitempty" json:"method,omitempty"`
	// Value is the expected value of a check, or what is put into the context.
	Value Position `yaml:"value,omitempty" json:"value,omitempty"`
	// Required is a bool parameter: whether the claim has to be there.
	Required Position `yaml:"required,omitempty" json:"required,omitempty"`
	// Into is the address of the struct that is filled.
	Into Position `yaml:"into,omitempty" json:"into,omitempty"`
	// Path is the path of a route or group, with or without the method in front.
	Path Position `yaml:"path,omitempty" json:"path,omitempty"`
	// Handlers is the handler, or the chain that ends in it.
	Handlers Position `yaml:"handlers,omitempty" json:"handlers,omitempty"`
	// Middleware is what stands in front of the handlers.
	Middleware Position `yaml:"middleware,omitempty" json:"middleware,omitempty"`
	// Within is the function that is called with the group's router.
	Within Position `yaml:"within,omitempty" json:"within,omitempty"`

	// Claim is what an option, check or getter is about: alg, aud, iss, exp, sub, or all.
	Claim string `yaml:"claim,omitempty" json:"claim,omitempty"`
	// Checks lists what the function makes sure of, of alg, aud, iss, exp and
	// sub. An empty list says that it checks nothing but the signature; without
	// the field nothing is said, and the rules stay silent.
	Checks Claims `yaml:"checks,omitempty" json:"checks,omitzero"`
	// Empty is what an empty Value or Method does: rejects (the default), off
	// (no check is made), nil-off (only nil switches it off), list-off (only no
	// value at all does), absent (only tokens without the claim pass).
	Empty string `yaml:"empty,omitempty" json:"empty,omitempty"`
	// Absent: the check passes for tokens that lack the claim.
	Absent bool `yaml:"absent,omitempty" json:"absent,omitempty"`
	// Private: the key is a private one.
	Private bool `yaml:"private,omitempty" json:"private,omitempty"`
	// Family is the kind of key: HMAC, RSA, ECDSA or EdDSA.
	Family string `yaml:"family,omitempty" json:"family,omitempty"`
	// ByKey: an algorithm other than the one that the key is for is refused.
	ByKey bool `yaml:"by-key,omitempty" json:"by-key,omitempty"`

	// Verb is the HTTP method that the function's name says: GET.
	Verb string `yaml:"verb,omitempty" json:"verb,omitempty"`
	// Tag is the struct tag that names the path's fields.
	Tag string `yaml:"tag,omitempty" json:"tag,omitempty"`
	// Chain: Handlers is a list whose last one is the handler.
	Chain bool `yaml:"chain,omitempty" json:"chain,omitempty"`
	// Scope is for which routes the middleware holds: later (those registered
	// afterwards, the default), whole (all of the router), prefix (all below the
	// path), matching (all that the pattern matches).
	Scope string `yaml:"scope,omitempty" json:"scope,omitempty"`
	// Panics: what follows the call does not run either.
	Panics bool `yaml:"panics,omitempty" json:"panics,omitempty"`
}

// Type is the row of a named type.
type Type struct {
	Name string `yaml:"name" json:"name"`
	// Is is what its values are: see [TypeWords]. The receiver of a function
	// that registers, groups, mounts or attaches is a router without a row, that
	// of one that reads the request or its context a context.
	Is string `yaml:"is" json:"is"`
}

// Claims is a list of claims that knows an empty one from none.
type Claims []string

// IsZero reports whether nothing is said, for encoders.
func (c Claims) IsZero() bool { return c == nil }

// Position is a position in a signature: the index of a parameter, counted from
// 0 without the receiver, where a variadic parameter stands for all its values;
// "receiver"; or "result" and an index. "" is none.
type Position string

// UnmarshalJSON takes an index as a number too.
func (p *Position) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] != '"' {
		var n json.Number
		if err := json.NewDecoder(bytes.NewReader(data)).Decode(&n); err != nil {
			return fmt.Errorf("a position is an index, receiver, or result and an index, not %s", data)
		}
		*p = Position(n)
		return nil
	}
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	*p = Position(s)
	return nil
}
