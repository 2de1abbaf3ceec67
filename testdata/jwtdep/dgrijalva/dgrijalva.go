// Package dgrijalva imports the ancestor of the family: its last release has a
// fault that no other mends.
package dgrijalva

import (
	"os"

	"github.com/dgrijalva/jwt-go" // want `^dgrijalva/jwt-go v3\.2\.0 has GO-2020-0017 \(audience check bypassed\); move to github\.com/golang-jwt/jwt/v5 \(jwtdep/vulnerable\)$`
	"github.com/dgrijalva/jwt-go/request"
	preview "github.com/dgrijalva/jwt-go/v4" // want `^dgrijalva/jwt-go v4 preview is maintained no longer \(new faults stay\); move to github\.com/golang-jwt/jwt/v5 \(jwtdep/abandoned\)$`
)

// Sign issues a token.
func Sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("KEY")))
}

// From is where a request has its token.
var From = request.AuthorizationHeaderExtractor

// Kind is the type of the preview's claims.
type Kind = preview.MapClaims
