// Package old imports libraries at versions with known faults, which newer
// versions mend. It is a module of its own: a build has one version of each.
package old

import (
	"github.com/go-jose/go-jose/v3" // want `^go-jose v3\.0\.0 has GO-2026-4945 \(panic on a forged JWE\) and 3 more; require v3\.0\.5 or later \(jwtdep/vulnerable\)$`
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4" // want `^golang-jwt v4\.5\.0 has GO-2025-3553 \(parsing exhausts the memory\) and 1 more; require v4\.5\.2 or later \(jwtdep/vulnerable\)$`
	"github.com/golang-jwt/jwt/v5"      // want `^golang-jwt v5\.2\.1 has GO-2025-3553 \(parsing exhausts the memory\); require v5\.2\.2 or later \(jwtdep/vulnerable\)$`
	"github.com/lestrrat-go/jwx/v2/jws" // want `^lestrrat-go/jwx v2\.0\.11 has GO-2024-2454 \(panic on a forged JWS\); move to github\.com/lestrrat-go/jwx/v3 \(jwtdep/vulnerable\)$`
)

// Some of their types. The fault of go-jose v4 is one of a package that is not imported.
type (
	Key    = jose.JSONWebKey
	Token  = josejwt.JSONWebToken
	Older  = jwt4.MapClaims
	Newer  = jwt.MapClaims
	Signed = jws.Message
)
