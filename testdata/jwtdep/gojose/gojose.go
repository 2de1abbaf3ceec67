// Package gojose imports the second version of go-jose under both its names.
// The fault is one of the first package, which the second one alone imports.
package gojose

import (
	"gopkg.in/go-jose/go-jose.v2/jwt" // want `^go-jose\.v2 is maintained no longer \(new faults stay\); move to github\.com/go-jose/go-jose/v4 \(jwtdep/abandoned\)$`
	"gopkg.in/square/go-jose.v2"      // want `^square/go-jose\.v2 v2\.6\.0 has GO-2024-2631 \(JWE exhausts the memory\); move to github\.com/go-jose/go-jose/v4 \(jwtdep/vulnerable\)$`
)

// Claims are those of a token.
type Claims struct{ jwt.Claims }

// Key is a key of the older one.
type Key = jose.JSONWebKey
