// Package gate answers the cheapest question first: can a package matter at all?
// Drivers ask it before they read a single Go file.
package gate

import "github.com/jwtvet/jwtvet/passes/internal/model/jwt"

// Modelled reports whether importPath is a package of a library that the models describe.
// A package matters only if such a package is in its import closure, or if
// it belongs to a main module that requires one (see Modules).
func Modelled(importPath string) bool { return jwt.LibraryOf(importPath) != nil }

// Modules returns the module paths of the modelled libraries, sorted.
// A module whose go.mod requires none of them cannot have findings.
func Modules() []string { return jwt.Modules() }
