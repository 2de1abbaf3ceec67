// Package crate compares the audience without a word of the library's.
package crate

import "example.com/fixtures/jwtaud/echojwt/carriedwell/seal"

// Crate has a seal.
type Crate struct {
	Seal *seal.Seal
}

// Ours reports whether it has come to the right place.
func (c *Crate) Ours() bool { return c.Seal.For == "lockers" }
