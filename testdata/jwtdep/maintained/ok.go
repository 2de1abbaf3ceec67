// Package maintained imports libraries at versions without known faults.
package maintained

import (
	jose3 "github.com/go-jose/go-jose/v3"
	"github.com/go-jose/go-jose/v4"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	jwx "github.com/lestrrat-go/jwx/v3/jwt"
)

// Some of their types.
type (
	Third  = jose3.JSONWebKey
	Fourth = jose.JSONWebKey
	Older  = jwt4.MapClaims
	Newer  = jwt.MapClaims
	Token  = jwx.Token
)
