package jwt

import (
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// known are libraries of which no more is known than that they are maintained
// no longer, or have had vulnerabilities. They have no rows.
var known = []*model.Library{
	{
		Name: "jose2go", Modules: []string{"github.com/dvsekhvalnov/jose2go"},
		Packages: []string{"github.com/dvsekhvalnov/jose2go"},
	},
	{
		Name: "MicahParks/jwkset", Modules: []string{"github.com/MicahParks/jwkset"},
		Packages: []string{"github.com/MicahParks/jwkset"},
	},
	{
		Name: "robbert229/jwt", Modules: []string{"github.com/robbert229/jwt"},
		Packages:  []string{"github.com/robbert229/jwt"},
		Successor: golangJWTv5.Modules[0],
	},
	{
		Name: "SermoDigital/jose", Modules: []string{"github.com/SermoDigital/jose"},
		Packages: []string{"github.com/SermoDigital/jose", "github.com/SermoDigital/jose/crypto",
			"github.com/SermoDigital/jose/jws", "github.com/SermoDigital/jose/jwt"},
		Successor: golangJWTv5.Modules[0],
	},
	{
		Name: "square/go-jose", Modules: []string{"github.com/square/go-jose"},
		Packages:  []string{"github.com/square/go-jose", "github.com/square/go-jose/cipher", "github.com/square/go-jose/jwt"},
		Successor: goJoseV4.Modules[0],
	},
	{
		Name: "square/go-jose.v1", Modules: []string{"gopkg.in/square/go-jose.v1"},
		Packages:  []string{"gopkg.in/square/go-jose.v1", "gopkg.in/square/go-jose.v1/cipher"},
		Successor: goJoseV4.Modules[0],
	},
}

// Known returns every library that there is something to say about: those that
// are modelled, and those of which no more is known than their state.
func Known() []*model.Library { return slices.Concat(Libraries(), known) }

// Within reports whether an import path lies in the module of that path, rather
// than in another major version of it.
func Within(importPath, module string) bool {
	rest, ok := strings.CutPrefix(importPath, module)
	if !ok || rest == "" {
		return ok
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "/")
	return rest[0] == '/' && !isMajor(first)
}

// isMajor reports whether a path element is that of a major version: v2.
func isMajor(element string) bool {
	digits, ok := strings.CutPrefix(element, "v")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}
